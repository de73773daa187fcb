import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GRID_WORDS } from "../../../src/adapters/univer/gridWords";

const LIBRARIES = join(__dirname, "../../../node_modules/@univerjs");

/** Keys that the grid's code asks words for by name. */
function askedFor(): string[] {
  const files = readdirSync(LIBRARIES)
    .map((name) => join(LIBRARIES, name, "lib/cjs/index.js"))
    .filter((file) => existsSync(file));
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\.t\(\s*"([^"]+)"/gu)].map(([, key]) => key!),
  );
}

function wordFor(words: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], words);
}

test("each word that the grid asks for is there in Chinese", () => {
  const keys = askedFor();
  expect(keys.length).toBeGreaterThan(100);
  expect(keys.filter((key) => typeof wordFor(GRID_WORDS, key) !== "string")).toEqual([]);
});
