import { lastWriteWords } from "../../src/taskpane/components/layOut/lastWriteWords";

const written = [
  {
    sheet: "表",
    row: 1,
    column: 1,
    before: { value: 1 },
    after: { value: 1, formula: "A2" },
  },
];

test.each([
  ["layOut", /已新增 2 张/u],
  ["repair", /恢复了 1 处公式/u],
  ["report", /已新增工作表：封面、审核。/u],
] as const)("a whole %s is a success", (kind, words) => {
  const receipt = { addedSheets: ["封面", "审核"], written };
  const said = lastWriteWords({ kind, receipt });
  expect(said.intent).toBe("success");
  expect(said.words).toMatch(words);
});

test.each([
  [{ findings: 3, isWithdrawn: false }, "已记下 3 处的说明。"],
  [{ findings: 1, isWithdrawn: true }, "已撤销 1 处的说明。"],
])("what happened to reasons is said: %j", (explained, words) => {
  const receipt = { addedSheets: [], written };
  expect(lastWriteWords({ kind: "explain", receipt, explained }).words).toBe(words);
});

test.each([
  [{ paneOnly: [], isMarked: true }, /不符的格标了颜色，您的表一格没有改。$/u],
  [{ paneOnly: ["K223"], isMarked: false }, /页），您的表一格没有改。有 1 条只在窗格里审核/u],
])("what came beside a person's tables is said: %j", (adopted, words) => {
  const receipt = { addedSheets: ["审核", "计算"], written };
  expect(lastWriteWords({ kind: "adopt", receipt, adopted }).words).toMatch(words);
});

test.each([
  ["layOut", ["封面", "a"], "留下 2 张没有写完的工作表：封面、a。", "撤回"],
  ["layOut", [], "套表没有做完，可能留下了写到一半的工作表。", "撤回"],
  ["report", [], "审核报告没有写完", "撤回"],
  ["adopt", [], "审核没有加完", "撤回"],
  ["repair", [], "修复没有做完", "再按一次“修复版式”"],
] as const)("a partial %s with %j standing claims no success", (kind, addedSheets, words, note) => {
  const said = lastWriteWords({ kind, receipt: { addedSheets, written }, isPartial: true });
  expect(said.intent).toBe("warning");
  expect(said.words).toContain(words);
  expect(said.words).not.toMatch(/已新增|恢复了 \d/u);
  expect(said.note).toContain(note);
});

test.each([
  ["layOut", "partly", "还剩 2 张工作表"],
  ["report", "partly", "还剩 2 张工作表"],
  ["layOut", "unknown", "可能还在"],
  ["fill", "partly", "还有 1 处没有退回"],
  ["repair", "unknown", "可能还在"],
] as const)("a 撤回 of %s that stopped, %s, claims no success", (kind, takeBackStopped, words) => {
  const receipt = { addedSheets: ["封面", "审核"], written };
  const said = lastWriteWords({ kind, receipt, takeBackStopped });
  expect(said.intent).toBe("warning");
  expect(said.words).toContain(words);
  expect(said.words).not.toMatch(/已新增|恢复了 \d/u);
  expect(said.note).toContain("撤回");
});

test("what Excel did not set is said", () => {
  const receipt = { addedSheets: ["封面"], written, unset: ["freeze", "pageSetup"] as const };
  const { words } = lastWriteWords({ kind: "layOut", receipt });
  expect(words).toMatch(/已新增 1 张.*冻结窗格没有设上.*页面设置没有全部设上/u);
});
