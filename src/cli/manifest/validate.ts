import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { readCommandLine, UsageError } from "../commandLine";
import { explainFileTrouble } from "../messages";
import type { Terminal } from "../terminal";
import { checkManifest, type Problem } from "./checkManifest";

interface Repository {
  readonly root: string;
  readonly terminal: Terminal;
}

/** Microsoft's schemas, where somebody keeps them beside this folder. They are not ours to hand on. */
const SCHEMAS = "../shared/manifest-xsd/combined.xsd";

/** `npm run validate`: 0 nothing to mend, 1 something, 2 could not look. */
export function validate(args: readonly string[], { root, terminal }: Repository): number {
  try {
    const { files } = readCommandLine(args, { texts: [], flags: [] });
    const counts = (files.length > 0 ? files : [join(root, "manifest.xml")]).map((file) =>
      validateFile(resolve(file), { root, terminal }),
    );
    return counts.some((count) => count > 0) ? 1 : 0;
  } catch (error) {
    const sentence = error instanceof UsageError ? error.message : explainFileTrouble(error);
    if (sentence === undefined) throw error;
    terminal.note(sentence);
    terminal.note("写法：npm run validate [-- 清单文件.xml]");
    return 2;
  }
}

function validateFile(file: string, { root, terminal }: Repository): number {
  const problems = problemsOf(file, root);
  const name = relative(root, file).startsWith("..") ? file : relative(root, file);
  for (const { line, message } of problems) terminal.out(`${name}:${String(line)} ${message}`);
  const schemas = resolve(root, SCHEMAS);
  const againstSchemas = existsSync(schemas) ? schemaProblems(file, schemas) : [];
  for (const message of againstSchemas ?? [])
    terminal.out(`${name} 不合 Microsoft 的 XSD：${message}`);

  const count = problems.length + (againstSchemas?.length ?? 0);
  if (againstSchemas === undefined)
    terminal.note("没有 xmllint，这次没有按 Microsoft 的 XSD 核对。");
  terminal.note(count === 0 ? `${name}：没有问题。` : `${name}：${String(count)} 处问题。`);
  return count;
}

/** The manifest of the repository, or a built one, which has its pages beside it. */
export function problemsOf(file: string, root: string, isForOthers = false): Problem[] {
  const folder = dirname(file);
  const isBuilt = existsSync(join(folder, "taskpane.html"));
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return checkManifest(readFileSync(file, "utf8"), {
    file: (path) => readInside(isBuilt ? folder : root, path),
    hasPages: isBuilt,
    version,
    isForOthers,
  });
}

function readInside(folder: string, path: string): Uint8Array | undefined {
  const file = join(folder, path);
  const isInside = !relative(folder, file).startsWith("..");
  return isInside && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}

/** What xmllint says; nothing where it is not installed. */
function schemaProblems(file: string, schemas: string): string[] | undefined {
  const args = ["--noout", "--nonet", "--schema", schemas, file];
  const { error, status, stderr } = spawnSync("xmllint", args, { encoding: "utf8" });
  if (error) return undefined;
  if (status === 0) return [];
  return stderr.split("\n").filter((line) => line.startsWith(`${file}:`));
}
