import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { planOf, sheetPlan } from "../../contract/plans";
import { headlessGrid } from "./headlessGrid";

const api = headlessGrid();
const grid = new UniverGrid(api);

/** As the page does with whatever stands in the cell that is selected. */
const lookAt = (text: string) => api.getFormula().lexerTreeBuilder.sequenceNodesBuilder(text);

const TEXTS: [string, string][] = [
  ["what a state sheet holds", '{"format":1,"tables":{"summary":[{"columns":["决算数"]'],
  ["an open bracket alone", "["],
  ["an open bracket after a name", "见附件[2"],
  ["a closed one too many", "第一项]"],
  ["brackets in an open parenthesis", "（注(见[1"],
];

test.each(TEXTS)("formulas calculate after %s was looked at", async (_what, text) => {
  const workbook = await grid.open(planOf(sheetPlan("表", { A1: 5 })));
  lookAt(text);
  await workbook.writeCells([
    { sheet: "表", row: 2, column: 1, value: null, formula: "(LEN(A1)>0)-COUNT(A1)" },
    {
      sheet: "表",
      row: 3,
      column: 1,
      value: null,
      formula: `IF(2>1,A1+${String(text.length)},"")`,
    },
  ]);
  await workbook.settled();
  const values = (await workbook.read()).sheets[0]?.values.map((line) => line[0]);
  expect(values).toEqual([5, 0, 5 + text.length]);
});
