import { existsSync } from "node:fs";
import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { systemErrorCode } from "./systemError";

/** A result that cannot be put where it should go; the message is Chinese and says what to do. */
export class OutputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "OutputError";
  }
}

/** Says before the work what would stop its result from being saved. */
export async function refuseOutput(
  path: string,
  source: string | undefined,
  force: boolean,
): Promise<void> {
  if (!existsSync(dirname(path))) throw noFolder(path);
  if (!existsSync(path)) return;
  if (source !== undefined && existsSync(source)) {
    if ((await realpath(source)) === (await realpath(path))) {
      throw new OutputError("新文件不能就是取数的工作簿，请换一个文件名。");
    }
  }
  if (!force) throw alreadyThere(path);
}

/** Nothing that a person has is overwritten unasked, and nothing half written is left behind. */
export async function saveFile(
  path: string,
  content: Uint8Array,
  force: boolean,
  mode = 0o666,
): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    if (force) {
      await writeFile(draft, content, { mode });
      await rename(draft, path);
    } else {
      await writeFile(path, content, { flag: "wx", mode });
    }
  } catch (error) {
    await rm(draft, { force: true });
    throw outputError(error, path) ?? error;
  }
}

/**
 * Into the folder under this name, or a numbered one where a person has changed the earlier result; returns where it
 * is.
 */
export async function saveInFolder(
  folder: string,
  name: string,
  content: Uint8Array,
): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw outputError(error, folder) ?? error;
  }
  const ending = extname(name);
  for (let number = 1; ; number += 1) {
    const counted = number === 1 ? "" : `(${number})`;
    const path = join(folder, `${basename(name, ending)}${counted}${ending}`);
    const existing = await readFile(path).catch(() => undefined);
    if (existing?.equals(content)) return path;
    try {
      await writeFile(path, content, { flag: "wx" });
      return path;
    } catch (error) {
      if (systemErrorCode(error) !== "EEXIST") throw outputError(error, path) ?? error;
    }
  }
}

function alreadyThere(path: string): OutputError {
  return new OutputError(`已有“${path}”，没有覆盖。请换一个文件名；确要覆盖，请加 --force。`);
}

function noFolder(path: string): OutputError {
  return new OutputError(`没有“${dirname(path)}”这个文件夹，请先建好。`);
}

function outputError(error: unknown, path: string): OutputError | undefined {
  switch (systemErrorCode(error)) {
    case "EEXIST":
      return alreadyThere(path);
    case "ENOENT":
    case "ENOTDIR":
      return noFolder(path);
    case "EISDIR":
      return new OutputError(`“${path}”是文件夹，请写明文件名。`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new OutputError(`没有权限写入“${path}”，请换一个文件夹。`);
    case "EBUSY":
      return new OutputError(`“${path}”正被别的程序打开，请先关闭它。`);
    case "ENOSPC":
      return new OutputError("磁盘已满，请腾出空间后再试。");
    default:
      return undefined;
  }
}
