import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { withFormsFor } from "../../src/application/projectForms";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { bringOwnContents } from "../../src/domain/layout/ownContents";
import { repairPlan } from "../../src/domain/layout/repairPlan";
import type { CellAddress } from "../../src/domain/workbook/cellAddress";
import type { CellValue } from "../../src/domain/workbook/workbookSnapshot";
import type { WritePlan } from "../../src/domain/workbook/writePlan";
import { seed001 } from "../golden/seed001";
import { describeWithLibreOffice, readCells } from "../support/libreoffice";
import { differences, layOutGolden, shippedTemplate } from "../support/native";

const INFORMATION = "绩效评价基本信息表";
const FORMS = [INFORMATION, "绩效自评简表"];
const template = withFormsFor(shippedTemplate(), { forms: FORMS }, undefined);
const unit = { unitName: "示例市某某中心", year: 2020 };

type Place = readonly [table: string, row: string, column: string];
type Typed = readonly [...Place, value: CellValue];

function cellOf(figures: Disclosure, [table, row, column]: Place): CellAddress {
  const { blocks, sheet } = figures.placement.tables.get(table)!;
  const cells = blocks.flatMap((_, block) => figures.figuresAt(table, block, row, column));
  const [cell] = cells.flatMap((figure) => figure.cell ?? []);
  if (cell) return cell;
  // The one row of a record is not read while it is blank.
  const [record] = blocks;
  return { sheet, row: record!.headRow + 1, column: record!.columns.get(column)! };
}

async function typedInto(plan: WritePlan, cells: readonly Typed[]): Promise<Disclosure> {
  const workbook = MemoryWorkbook.fromPlan(plan);
  const before = recognise(await workbook.read(), template.structure);
  for (const [table, row, column, value] of cells) {
    await workbook.writeCells([{ ...cellOf(before, [table, row, column]), value }]);
  }
  return recognise(await workbook.read(), template.structure);
}

const empty = layOutWorkbook(template, unit);

async function set(...cells: readonly Typed[]): Promise<WritePlan> {
  const figures = await typedInto(empty, cells);
  return bringOwnContents(layOutWorkbook(template, { ...unit, figures }), figures).plan;
}

/** What the set has there: its value, and whether a formula gives it. */
async function valuesIn(plan: WritePlan, places: readonly Place[]): Promise<unknown[]> {
  const figures = recognise(await MemoryWorkbook.fromPlan(plan).read(), template.structure);
  return places.map((place) => {
    const { sheet: name, ...at } = cellOf(figures, place);
    const sheet = plan.sheets.find((each) => each.name === name)!;
    const cell = sheet.cells.find(({ row, column }) => row === at.row && column === at.column)!;
    return cell.formula === undefined && cell.value !== null ? { typed: cell.value } : cell.value;
  });
}

/** A unit with one fund and no carry-over, whose 自评表 has its budget. */
const PLAIN: readonly Typed[] = [
  ["summary", "一般公共预算财政拨款收入", "决算数", 100],
  ["summary", "其他收入", "决算数", 5.5],
  ["summary", "年初结转和结余", "决算数", 0],
  ["summary", "本年支出合计", "决算数", 104.2],
  ["summary", "年末结转和结余", "决算数", 1.3],
  ["expenditure", "合计", "本年支出合计", 104.2],
  ["expenditure", "合计", "基本支出", 80],
  ["expenditure", "合计", "项目支出", 24.2],
  ["fiscalAppropriationSummary", "本年支出合计", "合计", 99.9],
  ["fiscalAppropriationSummary", "本年支出合计", "一般公共预算财政拨款", 99.9],
  ["basicExpenditureDetail", "#30101", "决算数", 60.01],
  ["basicExpenditureDetail", "#30201", "决算数", 19.99],
  ["threePublicExpenses", "", "决算数/公务接待费", 0.36],
  ["supplement", "财政拨款支出年初预算数", "数值", 90],
  ["supplement", "部门职责", "数值", "负责某某事务。"],
  ["selfEvaluation", "合计/当年财政拨款", "全年预算数", 100],
];
/** What its 二级机构 has of that. */
const SECOND: readonly Typed[] = [
  ["basicInformation", "二级机构1", "其中/公共财政拨款", 30],
  ["basicInformation", "二级机构1", "其中/纳入专户管理的非税收入拨款", 2],
  ["basicInformation", "二级机构1", "其中/其中/人员支出", 20.01],
  ["basicInformation", "二级机构1", "其中/其中/公用支出", 9.99],
  ["basicInformation", "二级机构1", "其中/公务接待费", 0.06],
];
const CARRIED: Typed = ["summary", "年初结转和结余", "决算数", 12.34];
const NO_BUDGET: Typed = ["selfEvaluation", "合计/当年财政拨款", "全年预算数", null];
const OWN: readonly Typed[] = [
  ["selfEvaluation", "合计/当年财政拨款", "全年执行数", 99.91],
  ["basicInformation", "局机关", "其中/其他收入", 5.51],
  ["briefEvaluation", "全年执行数", "金额", "详见附件"],
];

const funds = (row: string, column: string): Place => ["selfEvaluation", `合计/${row}`, column];
const FUNDS: readonly Place[] = [
  funds("当年财政拨款", "年初预算数"),
  funds("上年结转资金", "全年预算数"),
  funds("当年财政拨款", "全年执行数"),
  funds("其他资金", "全年执行数"),
];
const information = (...columns: readonly string[]): Place[] =>
  columns.map((column) => ["basicInformation", "局机关", column]);
const INCOME = information(
  "收入合计",
  ...["上年结转", "公共财政拨款", "政府基金拨款", "其他收入"].map((column) => `其中/${column}`),
);
const SPENT = information(
  "支出合计",
  "其中/其中/人员支出",
  "其中/其中/公用支出",
  "其中/项目支出",
  "结余/当年结余",
  "结余/累计结余",
  "其中/公务接待费",
);
const BRIEF: readonly Place[] = ["年初预算数", "全年预算数", "全年执行数"].map(
  (row) => ["briefEvaluation", row, "金额"] as const,
);

const CASES: readonly [
  name: string,
  typed: readonly Typed[],
  funds: readonly unknown[],
  income: readonly unknown[],
  spent: readonly unknown[],
  brief: readonly unknown[],
][] = [
  [
    "of a unit without subordinate ones",
    PLAIN,
    [90, 0, 99.9, 4.3],
    [105.5, 0, 100, "", 5.5],
    [104.2, 60.01, 19.99, 24.2, 1.3, 1.3, 0.36],
    [90, 100, 104.2],
  ],
  [
    "of a unit beside a subordinate one: the rest",
    [...PLAIN, ...SECOND],
    [90, 0, 99.9, 4.3],
    [73.5, 0, 70, "", 3.5],
    [74.2, 40, 10, 24.2, -0.7, 1.3, 0.3],
    [90, 100, 104.2],
  ],
  [
    "with a carry-over: who spent it is not known",
    [...PLAIN, CARRIED],
    [90, 12.34, "", ""],
    [117.84, 12.34, 100, "", 5.5],
    [104.2, 60.01, 19.99, 24.2, 13.64, 1.3, 0.36],
    [90, 112.34, 104.2],
  ],
  [
    "without a budget nothing is begun",
    [...PLAIN, NO_BUDGET],
    [90, "", "", ""],
    [105.5, 0, 100, "", 5.5],
    [104.2, 60.01, 19.99, 24.2, 1.3, 1.3, 0.36],
    [90, "", 104.2],
  ],
  [
    "that somebody gave otherwise stay",
    [...PLAIN, ...OWN],
    [90, 0, { typed: 99.91 }, 4.3],
    [105.51, 0, 100, "", { typed: 5.51 }],
    [104.2, 60.01, 19.99, 24.2, 1.31, 1.3, 0.36],
    [90, 100, { typed: "详见附件" }],
  ],
  [
    "of an empty set",
    [],
    ["", "", "", ""],
    ["", "", "", "", ""],
    ["", "", "", "", "", "", ""],
    ["", "", ""],
  ],
];

test("what is taken looks as the sums do, what was given does not", async () => {
  const plan = await set(...PLAIN, ...OWN);
  const figures = recognise(await MemoryWorkbook.fromPlan(plan).read(), template.structure);
  const styleAt = (place: Place) => {
    const { sheet: name, ...at } = cellOf(figures, place);
    const { cells } = plan.sheets.find((each) => each.name === name)!;
    return cells.find(({ row, column }) => row === at.row && column === at.column)!.style;
  };
  const [total, , taken, , given] = INCOME.map(styleAt);
  expect(taken).toBe(total);
  expect(given).not.toBe(total);
});

test.each(CASES)("figures %s", async (_name, typed, ...expected) => {
  const plan = await set(...typed);
  const places = [FUNDS, INCOME, SPENT, BRIEF];
  expect(await Promise.all(places.map((each) => valuesIn(plan, each)))).toEqual(expected);
});

describe("answers", () => {
  const answer = (plan: WritePlan, [row, column]: readonly [number, number]) =>
    plan.sheets
      .find(({ name }) => name === INFORMATION)!
      .cells.find((cell) => cell.row === row && cell.column === column)!;
  const DUTIES = [6, 2] as const;
  const SCORE = [53, 2] as const;
  const GRADE = [53, 6] as const;

  test("come from 补充资料 and from the 自评表", async () => {
    const plan = layOutGolden(seed001, template);
    expect([SCORE, GRADE].map((at) => answer(plan, at).value)).toEqual([98, "优"]);
    expect(answer(await set(...PLAIN), DUTIES)).toMatchObject({
      value: "负责某某事务。",
      formula: "IF(ISBLANK('补充资料'!$C$68),\"\",'补充资料'!$C$68)",
    });
  });

  test("that somebody gave otherwise stay, in a set repaired and in one laid out anew", async () => {
    const workbook = MemoryWorkbook.fromPlan(layOutGolden(seed001, template));
    await workbook.writeCells(
      (
        [
          [SCORE, 95],
          [DUTIES, "另一种说法"],
          [GRADE, "优"],
        ] as const
      ).map(([[row, column], value]) => ({ sheet: INFORMATION, row, column, value })),
    );
    const figures = recognise(await workbook.read(), template.structure);
    for (const plan of [
      repairPlan(template, figures, unit).plan,
      layOutWorkbook(template, { ...unit, figures }),
    ]) {
      const kept = [SCORE, DUTIES].map((at) => answer(plan, at));
      expect(kept.map(({ value, formula }) => [value, formula])).toEqual([
        [95, undefined],
        ["另一种说法", undefined],
      ]);
      expect(answer(plan, GRADE).formula).toContain('"优"');
    }
  });
});

describeWithLibreOffice("figures that forms take from the tables", () => {
  test.each([
    ...CASES.map(([name, typed]) => [name, () => set(...typed)] as const),
    ["of seed 001", () => Promise.resolve(layOutGolden(seed001, template))] as const,
  ])("LibreOffice calculates what we wrote: %s", async (_name, laidOut) => {
    const plan = await laidOut();
    const calculated = await readCells(await new XlsxFile().write(plan));
    const forms = plan.sheets.filter(({ name }) => ["整体支出绩效自评表", ...FORMS].includes(name));
    expect(differences({ ...plan, sheets: forms }, calculated)).toEqual([]);
  });
});
