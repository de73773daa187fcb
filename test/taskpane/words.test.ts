import { presence } from "../../src/taskpane/components/layOut/presence";
import { troubleWords } from "../../src/application/troubleWords";
import { strings } from "../../src/taskpane/strings";
import { strings as pageStrings } from "../../src/workbench/strings";

const CODES = [
  "notAWorkbook",
  "oldFormat",
  "damaged",
  "encrypted",
  "tooLarge",
  "writeTooLarge",
  "hostile",
  "emptyWorkbook",
  "timeout",
  "sheetExists",
  "sheetMissing",
  "changedMeanwhile",
  "protected",
  "invalidPlan",
  "writeIncomplete",
  "unknownTemplate",
  "faultyTemplate",
  "nothingRecognised",
  "noEvaluationForm",
  "partlyWritten",
  "repairPartly",
  "repairMisplaced",
  "takenBackPartly",
  "marksLeft",
  "workbookProtected",
  "accessDenied",
  "editingCell",
  "hostBusy",
  "hostRefused",
  "hostTooOld",
  "filesMissing",
  "unexpected",
] as const;

test.each(CODES)("%s is said in a sentence, without its code", (code) => {
  const words = troubleWords({ code, detail: "" });
  expect(words).toMatch(/[\u4e00-\u9fff]/u);
  expect(words).not.toContain(code);
});

test("a taken name is named", () => {
  expect(troubleWords({ code: "sheetExists", detail: "封面" })).toContain("“封面”");
});

test("a protected sheet is named", () => {
  expect(troubleWords({ code: "protected", detail: "封面" })).toContain("“封面”");
});

test.each(["writeTooLarge", "writeIncomplete"] as const)(
  "%s sends nobody after files and disks, since it is about a workbook that is open",
  (code) => {
    expect(troubleWords({ code, detail: "" })).not.toMatch(/文件太大|删去|磁盘/u);
  },
);

/** Words of other trades, and promises nobody can keep. */
const FORBIDDEN = /智能|置信度|根因|异常|校验失败|已自动修正|符合财政部要求/u;

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return [String(value)];
  return Object.values(value as object).flatMap(textsIn);
}

test("the pane and the page speak as accountants do", () => {
  const texts = [...textsIn(strings), ...textsIn(pageStrings)];
  expect(texts.length).toBeGreaterThan(100);
  expect(texts.filter((text) => FORBIDDEN.test(text))).toEqual([]);
});

test.each([
  { name: "none of its sheets", existing: ["工作表1"], kind: "free" },
  { name: "all of its sheets", existing: ["审核", "封面", "x"], kind: "present" },
  { name: "one of its sheets", existing: ["封面"], kind: "taken" },
])("a workbook that has $name", ({ existing, kind }) => {
  expect(presence(["封面", "审核"], existing).kind).toBe(kind);
});
