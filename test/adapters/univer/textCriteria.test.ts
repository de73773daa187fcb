import { IFunctionService } from "@univerjs/engine-formula";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import type { CellValue } from "../../../src/ports/workbookPorts";
import { planOf, sheetPlan } from "../../contract/plans";
import { withoutResults } from "./gridResults";
import { headlessGrid } from "./headlessGrid";

const api = headlessGrid();
const grid = new UniverGrid(api);

const CODES: CellValue[] = ["201", "20101", "2010101", "203", "20101", "", null, "203"];
const ODD: CellValue[] = ["201", 201, "0201", "abc", "ABC", "a*c", "50%", 0.5, "", null, 0, "０"];
const WITH_TRUE: CellValue[] = ["201", true, "TRUE", { error: "#N/A" }, 1];
const CRITERIA: CellValue[] = [
  ...["201", "20101", "999", "", "ABC", "a*c", "a?c", "~*", ">1", "<>201", "=201", "0", "50%"],
  ...["0.5", "TRUE", "#N/A", "0201", " 201", 201, 0.5, true, null, "2020-01-01", "０"],
];

const LISTS = { A: CODES, B: ODD, C: WITH_TRUE };
const FIGURES = [1, -2, 0.1, "文", 0, null, 0.2, 4, -0.3, "5", 6, 7];

const at = (column: string, values: readonly CellValue[]) =>
  values.map((value, row): [string, CellValue] => [`${column}${String(row + 1)}`, value]);

const questions = Object.entries(LISTS).flatMap(([list, { length }]) => {
  const keys = `$${list}$1:$${list}$${String(length)}`;
  const figures = `$D$1:$D$${String(length)}`;
  const all = `$E$1:$E$${String(CRITERIA.length)}`;
  return CRITERIA.flatMap((_, index) => {
    const one = `$E$${String(index + 1)}`;
    const nth = (list: string) => `INDEX(${list},${String(index + 1)})`;
    return [
      `SUMIF(${keys},${one},${figures})`,
      `SUMIF(${keys},${one}&"",${figures})`,
      `COUNTIF(${keys},${one})`,
      `COUNTIFS(${keys},${one}&"",${figures},">0")`,
      nth(`SUMIF(${keys},${all}&"",${figures})`),
      nth(`COUNTIF(${keys},${all}&"")`),
      nth(`COUNTIFS(${keys},${all}&"",${figures},">0")`),
      nth(`COUNTIFS(${keys},${all}&"",${figures},"<0")`),
      nth(`COUNTIFS(${keys},${all}&"",${figures},"<>1")`),
    ];
  });
});

const plan = planOf(
  sheetPlan(
    "表",
    Object.fromEntries([
      ...Object.entries(LISTS).flatMap(([column, values]) => at(column, values)),
      ...at("D", FIGURES),
      ...at("E", CRITERIA),
      ...questions.map((formula, row) => [`F${String(row + 1)}`, { formula, value: null }]),
    ]),
  ),
);

async function answers(): Promise<[string, CellValue | undefined][]> {
  const workbook = await grid.open(withoutResults(plan));
  await workbook.settled();
  const { values } = (await workbook.read()).sheets[0]!;
  return questions.map((question, row) => [question, values[row]![5]]);
}

test("texts found at once are those that the grid finds one by one", async () => {
  const found = await answers();
  const functions = api.getActiveWorkbook()!.getActiveSheet().getInject().get(IFunctionService);
  const own: { calculate: unknown }[] = [];
  for (const name of ["SUMIF", "COUNTIF", "COUNTIFS"]) {
    const executor = functions.getExecutor(name)!;
    expect(Object.hasOwn(executor, "calculate")).toBe(true);
    Object.assign(executor, { calculate: Object.getPrototypeOf(executor).calculate });
    own.push(executor);
  }
  expect(own).toHaveLength(3);
  expect(found).toEqual(await answers());
  expect(new Set(found.map(([, answer]) => JSON.stringify(answer))).size).toBeGreaterThan(8);
});
