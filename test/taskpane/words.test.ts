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
  "sheetHidden",
  "sheetVeryHidden",
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

test.each([
  ["sheetHidden", "底稿", "工作表“底稿”是隐藏的，没有跳过去。请在任一表名上点右键，选“取消隐藏”"],
  ["sheetHidden", "计算", "“计算”是套表带的隐藏页，供审核计算用，不用填"],
  ["sheetVeryHidden", "底稿", "工作表“底稿”是用程序藏起来的，右键“取消隐藏”里没有它"],
] as const)("%s of “%s” says which sheet it is and what to do", (code, detail, words) => {
  expect(troubleWords({ code, detail })).toContain(words);
});

test("a protected sheet is named", () => {
  expect(troubleWords({ code: "protected", detail: "封面" })).toContain("“封面”");
});

test.each([
  [["封面", "表一"], "工作表“封面”、“表一”受保护，"],
  [["一", "二", "三", "四", "五"], "工作表“一”、“二”、“三”、“四”、“五”受保护，"],
  [["一", "二", "三", "四", "五", "六", "七"], "工作表“一”、“二”、“三”、“四”、“五”等 7 张受保护，"],
])("protected sheets are named, as many as can be read: %j", (sheets, words) => {
  const said = troubleWords({ code: "protected", detail: sheets.join("\n") });
  expect(said.startsWith(words)).toBe(true);
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
