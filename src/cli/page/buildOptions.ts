import { nearest } from "../../domain/expression/nearest";
import { readCommandLine, UsageError } from "../commandLine";
import { OFFICE_SOURCES, type OfficeSource } from "./officeLibrary";

export interface BuildOptions {
  /** Where dist/ will be reachable, with a slash at its end; nothing where it is for this computer alone. */
  readonly host?: string;
  readonly office: OfficeSource;
}

export const BUILD_USAGE =
  "写法：npm run build [-- --env host=https://网站/文件夹/] [--env officejs=cdn|21vianet|self]";

/** Where `npm run start:excel` serves, and what manifest.xml says until it is built. */
export const DEVELOPMENT_HOST = "https://localhost:3000/";

const NAMES = ["host", "officejs"];

/** As webpack's own command line takes them: `--env name=value`, as often as there are names. */
export function readBuildOptions(args: readonly string[]): BuildOptions {
  const given = new Map<string, string>();
  for (const pair of envPairs(args)) {
    const [name = "", ...rest] = pair.split("=");
    if (!NAMES.includes(name)) {
      const meant = nearest(name, NAMES);
      const hint = meant === undefined ? "" : `是不是要写“${meant}=…”？`;
      throw new UsageError(`--env 里没有“${name}”。${hint}`);
    }
    given.set(name, rest.join("="));
  }
  const host = given.get("host");
  return {
    ...(host === undefined ? {} : { host: hostOf(host) }),
    office: officeOf(given.get("officejs") ?? "cdn"),
  };
}

function envPairs(args: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    // One at a time, as an option that comes again would take the place of the first.
    const isSplit = args[at] === "--env";
    const line = readCommandLine(args.slice(at, at + (isSplit ? 2 : 1)), {
      texts: ["env"],
      flags: [],
    });
    const pair = line.text("env");
    if (pair === undefined) throw new UsageError(`多了“${line.files[0] ?? ""}”。`);
    pairs.push(pair);
    if (isSplit) at += 1;
  }
  return pairs;
}

function hostOf(text: string): string {
  let url: URL;
  try {
    url = new URL(text.endsWith("/") ? text : `${text}/`);
  } catch {
    throw new UsageError(
      `“${text}”不是完整的地址，应像 https://czj.example.gov.cn/gongkai/ 这样写。`,
    );
  }
  if (url.protocol !== "https:") {
    throw new UsageError(`“${text}”应以 https:// 开头：Excel 只从加密的地址取加载项。`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new UsageError(`“${text}”里只能有网站和文件夹。`);
  }
  return url.href;
}

function officeOf(name: string): OfficeSource {
  const source = OFFICE_SOURCES.find((each) => each === name);
  if (!source) {
    throw new UsageError(`officejs 只能是 ${OFFICE_SOURCES.join("、")}，没有“${name}”。`);
  }
  return source;
}
