import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { main } from "../../src/cli/main";
import type { Golden } from "../support/goldenText";
import { planOf } from "../support/goldenPlan";

export interface CliRun {
  readonly code: number;
  /** What a script would read. */
  readonly out: string;
  /** What the person sees beside it. */
  readonly note: string;
}

export async function gongkai(...args: string[]): Promise<CliRun> {
  const out: string[] = [];
  const note: string[] = [];
  const code = await main(args, {
    out: (text) => out.push(text),
    note: (text) => note.push(text),
  });
  return { code, out: out.join("\n"), note: note.join("\n") };
}

/** The tests of the file run in a folder of their own, so that paths are short and relative. */
export function inOwnFolder(): void {
  const before = process.cwd();
  let folder = "";
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "gongkai-cli-")));
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
}

export async function saveGolden(file: string, golden: Golden): Promise<void> {
  writeFileSync(file, await new XlsxFile().write(planOf(golden)));
}

/** The golden without some of its sheets. */
export function without(golden: Golden, ...sheets: string[]): Golden {
  return { ...golden, sheets: golden.sheets.filter(({ name }) => !sheets.includes(name)) };
}
