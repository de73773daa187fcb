import { UNIT_ID } from "../../../src/adapters/univer/planToData";
import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import type { UniverWorkbook } from "../../../src/adapters/univer/univerWorkbook";
import { parsePosition } from "../../../src/domain/workbook/cellAddress";
import type { WritePlan } from "../../../src/domain/workbook/writePlan";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import type { Edit } from "../../support/libreoffice";
import {
  differences,
  exactResults,
  layOutGolden,
  nativeResults,
  shippedTemplate,
} from "../../support/native";
import { calculated, withoutResults } from "./gridResults";
import { headlessGrid } from "./headlessGrid";

const template = shippedTemplate();
const plan = layOutGolden(quanbiaoyoushu, template);
const api = headlessGrid();
const grid = new UniverGrid(api);

const SHEET = "支出决算表";

function rowOf(sheet: string, text: string): number {
  const cell = plan.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find(({ value }) => typeof value === "string" && value.startsWith(text));
  if (!cell) throw new Error(`${sheet} has no ${text}`);
  return cell.row;
}

const total = rowOf(SHEET, "合计");
const note = rowOf(SHEET, "注：");

async function apply(workbook: UniverWorkbook, edits: readonly Edit[]): Promise<void> {
  for (const edit of edits) {
    if (edit.kind === "insertRows" || edit.kind === "deleteRows") await workbook.editRows(edit);
    if (edit.kind !== "setCell") continue;
    const position = parsePosition(edit.address)!;
    await workbook.writeCells([{ sheet: edit.sheet, ...position, value: edit.value }]);
  }
  await workbook.settled();
}

/** What the live sheet showed and what the same cells give when everything is computed anew. */
async function staleCells(shown: WritePlan): Promise<string[]> {
  const fresh = await grid.open(withoutResults(shown));
  await fresh.settled();
  return differences(shown, calculated(await fresh.read()));
}

async function disagreements(workbook: UniverWorkbook): Promise<string[]> {
  const snapshot = await workbook.read();
  const native = nativeResults(snapshot);
  return [...exactResults(snapshot, template)].flatMap(([code, exact]) => {
    const shown = native.get(code);
    return shown === exact || shown === "数据不足"
      ? []
      : [`${code}: ${JSON.stringify(shown)} / ${exact}`];
  });
}

function set(row: number, cells: Record<string, string | number>): Edit[] {
  return Object.entries(cells).map(([column, value]) => ({
    kind: "setCell",
    sheet: SHEET,
    address: `${column}${String(row)}`,
    value,
  }));
}

const insert = (row: number): Edit => ({ kind: "insertRows", sheet: SHEET, row, count: 1 });

const EDITS: [string, Edit[]][] = [
  ["a figure", set(total + 3, { D: 12.34 })],
  [
    "a class inserted under 合计",
    [insert(total + 1), ...set(total + 1, { A: "219", B: "援助其他地区支出", C: 15, D: 10, E: 5 })],
  ],
  [
    "an item inserted above the note",
    [insert(note), ...set(note, { A: "2299998", B: "新增项", C: 3, D: 1, E: 2 })],
  ],
  ["rows deleted in a tree", [{ kind: "deleteRows", sheet: SHEET, row: total + 3, count: 2 }]],
  ["a text in a figure cell", set(total + 3, { D: "见附注" })],
];

test.each(EDITS)(
  "the live sheet stays right after %s, its undo and redo",
  async (_, edits) => {
    const workbook = await grid.open(plan);
    await workbook.settled();
    const step = async (move: "undo" | "redo") => {
      for (let times = edits.length; times > 0; times -= 1) api.getWorkbook(UNIT_ID)![move]();
      await new Promise((resolve) => setTimeout(resolve, 20));
      await workbook.settled();
    };
    await apply(workbook, edits);
    const edited = await workbook.export();
    expect(await disagreements(workbook)).toEqual([]);
    await step("undo");
    expect(differences(plan, calculated(await workbook.read()))).toEqual([]);
    await step("redo");
    const redone = await workbook.export();
    expect(await staleCells(edited)).toEqual([]);
    expect(await staleCells(redone)).toEqual([]);
  },
  300_000,
);
