import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { faultIn, readJson } from "../../src/cli/readJson";
import { explainTemplateTrouble } from "../../src/cli/messages";
import { inOwnFolder } from "./cliRun";

inOwnFolder();

test.each([
  ['{\n  "a": 1,\n  "b": 2,\n}', 4, 1],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3],
  ['{ "a": “1” }', 1, 8],
  ["[1, 2", 1, 6],
  ["[01]", 1, 3],
  ['["line\nbreak"]', 1, 2],
  ["", 1, 1],
  ["{} {}", 1, 4],
])("%j is no JSON from line %i, column %i", async (text, line, column) => {
  writeFileSync("template.json", text);
  const error: unknown = await readJson("template.json").catch((caught: unknown) => caught);
  expect(error).toMatchObject({ detail: `template.json\n${line}\n${column}` });
  expect(explainTemplateTrouble(error)).toMatch(
    new RegExp(`^模板文件 template\\.json 第 ${line} 行第 ${column} 个字起不是正确的 JSON，`, "u"),
  );
});

test("the mark that some editors put in front is no fault", async () => {
  writeFileSync("marked.json", "\ufeff[]");
  expect(await readJson("marked.json")).toEqual([]);
});

test.each(['"\u007f"', '{"\u0085": 1}'])("%j is JSON", (text) => {
  expect(isJson(text)).toBe(true);
  expect(faultIn(text)).toBeUndefined();
});

test("an escape that JSON does not know is a fault in a key too", () => {
  expect(faultIn('{"\\x": 1}')).toBe(1);
});

test("JSON has no fault, and what has none is JSON", () => {
  fc.assert(fc.property(fc.json(), (text) => faultIn(text) === undefined));
  const damaged = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", '"', "}", "]", "0"));
  fc.assert(
    fc.property(damaged, ([text, at, by]) => {
      const place = at % (text.length + 1);
      const changed = text.slice(0, place) + by + text.slice(place + 1);
      expect(faultIn(changed) === undefined).toBe(isJson(changed));
    }),
    { numRuns: 1000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
