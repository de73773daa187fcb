import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { DraftingSession } from "../../src/application/draftingSession";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import type { NewIndicator } from "../../src/domain/intake/indicatorRow";
import type { WorkbookEditor, WritePlan } from "../../src/ports/workbookPorts";
import { seed001 } from "../golden/seed001";
import { openExcel } from "../support/excelHost/openExcel";
import { layOutGolden, shippedTemplate } from "../support/native";
import { catalog, CLOCK } from "../taskpane/seedChecked";

const FORM = "整体支出绩效自评表";
const library = new TemplateLibrary(catalog);
const plan = () => layOutGolden(seed001, shippedTemplate());

const HOSTS: readonly [string, (plan: WritePlan) => Promise<WorkbookEditor>][] = [
  ["the memory", async (own) => MemoryWorkbook.fromPlan(own)],
  ["Excel", async (own) => openExcel(own, { version: "1.14" }).workbook],
];

async function begin(editor: WorkbookEditor) {
  const session = new DraftingSession(editor, library, CLOCK);
  await session.start();
  return session;
}

async function sheetOf(editor: WorkbookEditor) {
  const { sheets } = await editor.read("thorough");
  return sheets.find(({ name }) => name === FORM)!;
}

const indicator = (more: Partial<NewIndicator> = {}): NewIndicator => ({
  dimension: "产出指标",
  category: "数量指标",
  name: "接待来访",
  targetValue: "≥20次",
  weight: 5,
  ...more,
});

describe.each(HOSTS)("in %s", (_host, open) => {
  test("a row comes in within its 二级指标, counts, and goes with 撤回", async () => {
    const editor = await open(plan());
    const session = await begin(editor);
    const before = await sheetOf(editor);
    expect(session.state().checked!.scores[0]!.weights.given.toFixed()).toBe("100");

    await session.addIndicator(indicator());
    expect(session.state().trouble).toBeUndefined();
    const [score] = session.state().checked!.scores;
    const names = score!.rows.map((row) => [row.category, row.indicator]);
    expect(names).toContainEqual(["数量指标", "接待来访"]);
    expect(score!.weights.given.toFixed()).toBe("105");
    expect(score!.weights.dimensions[0]!.given.toFixed()).toBe("55");
    expect(score!.findings.map(({ code }) => code)).toContain("K402");
    // Its score is open: no total without it.
    expect(score!.total).toBeUndefined();

    await session.takeBack();
    const after = await sheetOf(editor);
    expect([...after.formulas]).toEqual([...before.formulas]);
    expect(after.values).toEqual(before.values);
    expect(after.merges).toEqual(before.merges);
  });

  test("the pane writes what a person does who inserts the row, types it and repairs", async () => {
    const byPane = await open(plan());
    const session = await begin(byPane);
    await session.addIndicator(indicator());
    const row = session.state().lastWrite!.rows![0]!.row;

    const byHand = await open(plan());
    const person = await begin(byHand);
    await byHand.editRows({ kind: "insertRows", sheet: FORM, row, count: 1 });
    await byHand.writeCells(
      [
        [4, "接待来访"],
        [5, "≥20次"],
        [7, 5],
      ].map(([column, value]) => ({ sheet: FORM, row, column: column as number, value: value! })),
    );
    await person.look("thorough");
    await person.repair();
    expect(person.state().differentShape).toEqual([]);

    const [pane, hand] = [await sheetOf(byPane), await sheetOf(byHand)];
    expect(pane.values).toEqual(hand.values);
    expect([...pane.formulas].sort()).toEqual([...hand.formulas].sort());
    expect(pane.merges).toEqual(hand.merges);
    const findings = ({ state }: typeof session) =>
      state().checked!.scores[0]!.findings.map(({ code, explanation }) => [code, explanation]);
    expect(findings(session)).toEqual(findings(person));
    expect(session.state().checked!.scores[0]!.weights).toEqual(
      person.state().checked!.scores[0]!.weights,
    );
  });

  test("each 二级指标 of the form takes one", async () => {
    const editor = await open(plan());
    const session = await begin(editor);
    const groups = session
      .state()
      .checked!.scores[0]!.weights.dimensions.flatMap(({ name, categories }) =>
        categories.map((category) => ({ dimension: name, category })),
      );
    expect(groups.length).toBeGreaterThan(5);
    for (const [index, group] of groups.entries()) {
      await session.addIndicator(indicator({ ...group, name: `新增${String(index)}` }));
      expect(session.state().trouble).toBeUndefined();
    }
    const { rows } = session.state().checked!.scores[0]!;
    const added = rows.filter((row) => row.indicator.startsWith("新增"));
    expect(added.map(({ dimension, category }) => ({ dimension, category }))).toEqual(groups);
  });
});

test("a row that waits is filled before one comes in", async () => {
  const editor = MemoryWorkbook.fromPlan(
    layOutWorkbook(shippedTemplate(), { unitName: "示例市某某中心", year: 2020 }),
  );
  const session = await begin(editor);
  const before = await sheetOf(editor);
  // 时效指标 has one row: the second indicator needs another.
  const own = { category: "时效指标" };
  await session.addIndicator(indicator({ ...own, name: "按时办结", targetValue: null, weight: 6 }));
  expect(session.state().trouble).toBeUndefined();
  expect(session.state().lastWrite?.rows).toEqual([]);
  expect((await sheetOf(editor)).values).toHaveLength(before.values.length);
  await session.repair();
  expect(session.state().differentShape).toEqual([]);
  await session.addIndicator(indicator({ ...own, name: "按时报送", targetValue: 98.5 }));
  expect(session.state().lastWrite?.rows).toHaveLength(1);
  const { rows, weights } = session.state().checked!.scores[0]!;
  expect(rows.slice(1).map((row) => [row.category, row.indicator, row.weight!.toFixed()])).toEqual([
    ["时效指标", "按时报送", "5"],
    ["时效指标", "按时办结", "6"],
  ]);
  const [output] = weights.dimensions;
  expect([output!.given.toFixed(), output!.wanted?.toFixed()]).toEqual(["11", "50"]);
  await session.takeBack();
  await session.addIndicator(indicator({ ...own, name: "按时上报" }));
  expect(session.state().checked!.scores[0]!.rows).toHaveLength(3);
});

test("a 二级指标 that is gone is told", async () => {
  const session = await begin(MemoryWorkbook.fromPlan(plan()));
  await session.addIndicator(indicator({ category: "没有的指标" }));
  expect(session.state().trouble).toEqual({ code: "categoryGone", detail: "没有的指标" });
});
