import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readCommandLine, UsageError } from "../commandLine";
import { systemErrorCode } from "../systemError";
import type { Terminal } from "../terminal";
import { openBrowser } from "./openBrowser";
import { createPageServer } from "./pageServer";

/** Only this machine can reach the page. */
const HOST = "127.0.0.1";
const PREFERRED_PORT = 8642;
const PORTS_TO_TRY = 10;

interface PageToStart {
  /** Where dist/ lies. */
  readonly folder: string;
  readonly terminal: Terminal;
  /** Stops the server. */
  readonly signal: AbortSignal;
}

/** Serves the page until it is stopped; gives the exit code. */
export async function startPage(args: readonly string[], page: PageToStart): Promise<number> {
  const { terminal } = page;
  try {
    await serve(args, page);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.note(error.message);
    terminal.note("写法：npm start -- [--port 端口] [--no-open]");
    return 2;
  }
}

async function serve(args: readonly string[], { folder, terminal, signal }: PageToStart) {
  const line = readCommandLine(args, { texts: ["port"], flags: ["no-open"] });
  const [extra] = line.files;
  if (extra !== undefined) throw new UsageError(`多了“${extra}”。`);

  const server = createPageServer(folder);
  const address = await listen(server, line.text("port"));
  terminal.out(`决算公开助手：${address}`);
  terminal.note("如果浏览器没有自己打开，请把上面的地址复制到 Edge、Chrome 等浏览器的地址栏。");
  terminal.note("数据只留在本机，不上传。用完后在本窗口按 Ctrl+C 停止。");
  if (!line.has("no-open")) openBrowser(address);

  if (!signal.aborted) await once(signal, "abort");
  server.close();
  server.closeAllConnections();
}

async function listen(server: Server, wanted: string | undefined): Promise<string> {
  for (const port of wanted === undefined ? preferredPorts() : [portOf(wanted)]) {
    try {
      server.listen(port, HOST);
      await once(server, "listening");
      return `http://${HOST}:${String((server.address() as AddressInfo).port)}/`;
    } catch (error) {
      const code = systemErrorCode(error);
      if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    }
  }
  throw new UsageError(`端口 ${wanted ?? ""} 用不了，请换一个，或不写 --port。`);
}

/** The same address each time where possible; any free port at last. */
function preferredPorts(): number[] {
  return [...Array.from({ length: PORTS_TO_TRY }, (_, index) => PREFERRED_PORT + index), 0];
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`“${text}”不是端口号。`);
  return port;
}
