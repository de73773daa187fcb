import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SRC = join(__dirname, "../../src");
const firstPage = readFileSync(join(SRC, "taskpane/firstPage.js"), "utf8");

/** What Excel's pane is made of: no build makes up for a function that a browser does not have. */
const sources = ["domain", "ports", "application", "adapters/excel", "taskpane", "commands"]
  .flatMap((folder) => filesIn(join(SRC, folder)))
  .filter((file) => /\.tsx?$/u.test(file))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test.each([
  ["Array.prototype.at", /\.at\(/u],
  ["Array.prototype.findLast", /\.findLast(?:Index)?\(/u],
  ["Array.prototype.flat", /\.flat\(/u],
  ["Array.prototype.flatMap", /\.flatMap\(/u],
  ["Array.prototype.toReversed", /\.toReversed\(/u],
  ["Array.prototype.toSorted", /\.toSorted\(/u],
  ["Array.prototype.toSpliced", /\.toSpliced\(/u],
  ["Object.fromEntries", /Object\.fromEntries\(/u],
  ["Object.groupBy", /Object\.groupBy\(/u],
  ["Object.hasOwn", /Object\.hasOwn\(/u],
  ["Promise.allSettled", /Promise\.allSettled\(/u],
  ["Promise.any", /Promise\.any\(/u],
  ["Promise.withResolvers", /Promise\.withResolvers\(/u],
  ["String.prototype.matchAll", /\.matchAll\(/u],
  ["String.prototype.replaceAll", /\.replaceAll\(/u],
  ["structuredClone", /structuredClone\(/u],
  ["(?<!", /\(\?<[!=]/u],
])("the first page asks for %s, if the pane uses it", (name, use) => {
  const isUsed = use.test(sources);
  expect(!isUsed || firstPage.includes(name)).toBe(true);
});
