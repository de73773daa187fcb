import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { UseCaseError } from "../application/useCaseError";

/** A file that a person may have written: where it is not JSON, the place is said. */
export async function readJson(path: string): Promise<unknown> {
  const text = (await readFile(path, "utf8")).replace(/^\ufeff/u, "");
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const before = text.slice(0, faultIn(text) ?? text.length).split("\n");
    const place = [before.length, (before.at(-1) ?? "").length + 1];
    throw new UseCaseError("brokenTemplate", [basename(path), ...place].join("\n"), error);
  }
}

const SPACE = /[ \t\r\n]*/y;
// Of the control characters JSON forbids only those below the blank.
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = new RegExp(
  `${STRING.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`,
  "uy",
);
const STRING_WITH_COLON = new RegExp(`${STRING.source}[ \\t\\r\\n]*:`, "uy");

/** Where a text stops being JSON; engines tell it in words of their own, or not at all. */
export function faultIn(text: string): number | undefined {
  let at = 0;
  const take = (pattern: RegExp | string): boolean => {
    if (typeof pattern === "string") {
      if (text[at] !== pattern) return false;
      at += 1;
      return true;
    }
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return false;
    at += found[0].length;
    return true;
  };
  const space = () => take(SPACE);
  const items = (close: string, item: () => boolean): boolean => {
    space();
    if (take(close)) return true;
    for (;;) {
      space();
      if (!item()) return false;
      space();
      if (take(close)) return true;
      if (!take(",")) return false;
    }
  };
  const value = (): boolean => {
    space();
    if (take("{")) return items("}", () => take(STRING_WITH_COLON) && value());
    if (take("[")) return items("]", value);
    return take(SCALAR);
  };
  const isWhole = value();
  space();
  return isWhole && at === text.length ? undefined : at;
}
