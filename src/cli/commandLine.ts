import { parseArgs, type ParseArgsConfig } from "node:util";
import type { MoneyUnit } from "../domain/money/moneyUnit";
import { nearest } from "../domain/expression/nearest";

/** A command line that cannot be understood; the message is Chinese and says what to write instead. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

interface Options<Text extends string, Flag extends string, List extends string> {
  /** Options with something behind them. */
  readonly texts: readonly Text[];
  /** Options with one or several things behind them, up to the next option. */
  readonly lists?: readonly List[];
  readonly flags: readonly Flag[];
  /** One-letter names of texts. */
  readonly letters?: Readonly<Record<string, Text>>;
}

export interface CommandLine<Text extends string, Flag extends string, List extends string> {
  readonly files: readonly string[];
  text(name: Text): string | undefined;
  list(name: List): readonly string[];
  has(flag: Flag): boolean;
}

export function readCommandLine<
  Text extends string,
  Flag extends string,
  List extends string = never,
>(
  args: readonly string[],
  { texts, flags, lists = [], letters = {} }: Options<Text, Flag, List>,
): CommandLine<Text, Flag, List> {
  const options: ParseArgsConfig["options"] = {};
  const valued: readonly string[] = [...texts, ...lists];
  for (const name of flags) options[name] = { type: "boolean" };
  for (const name of valued) options[name] = { type: "string" };
  for (const [short, name] of Object.entries<Text>(letters)) {
    options[name] = { type: "string", short };
  }
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options });

  const given = new Map<string, string>();
  const listed = new Map<string, string[]>();
  const files: string[] = [];
  /** Where files belong until the next option. */
  let open = files;
  for (const token of tokens) {
    if (token.kind === "positional") open.push(token.value);
    if (token.kind !== "option") continue;
    open = files;
    const { name, rawName, value, inlineValue } = token;
    const isText = valued.includes(name);
    if (!isText && !(flags as readonly string[]).includes(name)) {
      const meant = nearest(name, [...valued, ...flags]);
      const hint = meant === undefined ? "" : `是不是要写“--${meant}”？`;
      throw new UsageError(`没有“${rawName}”这个选项。${hint}`);
    }
    if (!isText && value !== undefined) throw new UsageError(`“${rawName}”后面不用写内容。`);
    // An option right behind another is what follows it, not what it is set to.
    const isMissing = !value || (!inlineValue && value.startsWith("-"));
    if (isText && isMissing) throw new UsageError(`“${rawName}”后面缺少内容。`);
    if ((lists as readonly string[]).includes(name)) {
      open = [...(listed.get(name) ?? []), value ?? ""];
      listed.set(name, open);
    } else given.set(name, value ?? "");
  }
  return {
    files,
    text: (name) => given.get(name),
    list: (name) => listed.get(name) ?? [],
    has: (flag) => given.has(flag),
  };
}

export function onlyFile(files: readonly string[]): string {
  const [file, another] = files;
  if (file === undefined) throw new UsageError("请写明工作簿文件，例如：决算公开表.xlsx。");
  if (another !== undefined) throw new UsageError(`一次只能写一个文件，多了“${another}”。`);
  return file;
}

export function readMoneyUnit(text: string | undefined): MoneyUnit | undefined {
  if (text === undefined || text === "元" || text === "万元") return text;
  throw new UsageError(`“${text}”不是可用的单位，请写 元 或 万元。`);
}

export function readYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^(?:19|20)[0-9]{2}$/u.test(text)) {
    throw new UsageError(`“${text}”不是年度，请写四位数字，例如 2020。`);
  }
  return Number(text);
}
