import { recognise } from "../../src/domain/disclosure/recognise";
import type { CellAddress } from "../../src/domain/workbook/cellAddress";
import {
  type CellValue,
  valueAt,
  type WorkbookSnapshot,
} from "../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";
import { edited } from "./largeUnit";
import { ERROR_KINDS } from "./injectedErrors";
import { soundWorkbooks } from "./soundWorkbooks";
import { judgeSound, measureSuspects, type Suspect, type SuspectRate } from "./suspectRates";
import { suspectTable } from "./suspectTable";

const template = shippedTemplate();
const sound = snapshotOf(quanbiaoyoushu);
const PER_KIND = 4;

const measured = (suspectsOf: (snapshot: WorkbookSnapshot) => readonly Suspect[]) =>
  measureSuspects({ workbooks: [sound], template, perKind: PER_KIND, suspectsOf });

const amountOf = (value: CellValue) => (typeof value === "number" ? value : null);

/** Found by comparing with the sound workbook. */
function truth(snapshot: WorkbookSnapshot): Suspect {
  const cells = snapshot.sheets.flatMap((sheet, index) =>
    sheet.values.flatMap((row, rowIndex) =>
      row.flatMap((value, columnIndex) => {
        const cell: CellAddress = {
          sheet: sheet.name,
          row: rowIndex + 1,
          column: columnIndex + 1,
        };
        const right = valueAt(sound.sheets[index]!, cell);
        return right === value ? [] : [{ cell, after: amountOf(right) }];
      }),
    ),
  );
  return { cells };
}

const ELSEWHERE: Suspect = { cells: [{ cell: { sheet: "封面", row: 1, column: 1 }, after: 1 }] };

const together = (rows: readonly SuspectRate[], of: "errors" | "listed" | "first") =>
  rows.filter(({ kind }) => kind === "all").reduce((sum, row) => sum + row[of], 0);

const ALL = ERROR_KINDS.length * PER_KIND;

type Find = (snapshot: WorkbookSnapshot) => readonly Suspect[];

const wrongFigure: Find = (snapshot) => [
  { cells: truth(snapshot).cells.map((each) => ({ ...each, after: (each.after ?? 0) + 0.01 })) },
];
const oneCellOfTwo: Find = (snapshot) => [{ cells: truth(snapshot).cells.slice(0, 1) }];
const oneCellMore: Find = (snapshot) => [{ cells: [...truth(snapshot).cells, ...ELSEWHERE.cells] }];
const zeroForBlank: Find = (snapshot) => [
  { cells: truth(snapshot).cells.map(({ cell, after }) => ({ cell, after: after ?? 0 })) },
];
const twoCells = 2 * PER_KIND;

test.each<[string, Find, number, number]>([
  ["the truth", (snapshot) => [truth(snapshot)], ALL, ALL],
  ["the truth in second place", (snapshot) => [ELSEWHERE, truth(snapshot)], ALL, 0],
  ["nothing", () => [], 0, 0],
  ["another cell", () => [ELSEWHERE], 0, 0],
  ["the right cells, a cent beside", wrongFigure, 0, 0],
  ["one cell alone", oneCellOfTwo, ALL - twoCells, ALL - twoCells],
  ["a cell too many", oneCellMore, 0, 0],
  ["zero where a blank was", zeroForBlank, ALL, ALL],
])("%s", (_, find, listed, first) => {
  const { rows } = measured(find);
  expect(together(rows, "errors")).toBe(ALL);
  expect([together(rows, "listed"), together(rows, "first")]).toEqual([listed, first]);
});

const unfound = measured(() => []);

test("each error counts once, under its kind", () => {
  const { rows, outcomes } = unfound;
  expect(outcomes).toHaveLength(ALL);
  for (const each of ERROR_KINDS) {
    const own = rows.filter(({ kind }) => kind === each);
    expect(own.reduce((sum, { errors }) => sum + errors, 0)).toBe(PER_KIND);
  }
});

test("an error counts among the seen where its cells are in relations and one fails", () => {
  const { rows, outcomes } = unfound;
  const several = outcomes.filter(({ relations, isNoticed }) => relations >= 2 && isNoticed);
  const one = outcomes.filter(({ relations, isNoticed }) => relations === 1 && isNoticed);
  const counted = (wanted: string) =>
    rows.find(({ kind, seen }) => kind === "all" && seen === wanted)?.errors ?? 0;
  expect([counted("several"), counted("one")]).toEqual([several.length, one.length]);
  expect(counted("unseen")).toBe(ALL - several.length - one.length);
  expect(several.length).toBeGreaterThan(ALL / 2);
});

/** Within the table, then against other tables. */
test.each([
  ["公开06表!I28", 1, "a 款 in the sum of its 类"],
  ["公开07表!C8", 2, "小计 of its parts, and part of 合计"],
  ["公开09表!D13", 3, "row, parent, 03 not less"],
  ["公开09表!C8", 5, "row, 合计, parts, 04 of the class, 03 not less"],
  ["公开01表!F33", 7, "classes, 总计, 03, 04, 采购 and 绩效资金 not more, 自评"],
  ["公开01表!A7", 0, "a label"],
])("%s stands in %i relations: %s", (address, count) => {
  const { participations } = judgeSound(sound, template);
  expect(participations.get(address) ?? 0).toBe(count);
});

test("a workbook that does not add up is refused", () => {
  const cell = { sheet: "公开01表", row: 7, column: 3 };
  const broken = edited(sound, [{ cell, value: 1 }]);
  const measure = () =>
    measureSuspects({ workbooks: [broken], template, perKind: 1, suspectsOf: () => [] });
  expect(measure).toThrow("not sound");
});

test("the workbooks of the bench add up and differ", () => {
  const workbooks = soundWorkbooks(2, 20);
  expect(workbooks).toHaveLength(4);
  expect(new Set(workbooks.map((each) => JSON.stringify(each.sheets))).size).toBe(4);
  const measure = () => measureSuspects({ workbooks, template, perKind: 1, suspectsOf: () => [] });
  expect(measure).not.toThrow();
  expect(workbooks.every((each) => recognise(each, template.structure).problems.length === 0)).toBe(
    true,
  );
});

test("the table rounds down and says what no relation sees", () => {
  const row = { kind: "sign", seen: "several", errors: 3000, related: 3000 } as const;
  const unseen = { kind: "all", seen: "unseen", errors: 4, listed: 0, first: 0 } as const;
  const rows: SuspectRate[] = [
    { ...row, listed: 3000, first: 2999, suspects: 4500 },
    { ...unseen, related: 0, suspects: 0 },
    { ...unseen, related: 3, suspects: 0 },
  ];
  expect(suspectTable(rows)).toEqual([
    "| 差错 | 所在关系 | 个数 | 列入 | 排第一 | 平均列出 |",
    "| --- | --- | --- | --- | --- | --- |",
    "| 正负号 | 两条以上 | 3000 | 100.0 % | 99.9 % | 1.5 |",
    "| 合计 | 看不出 | 4 | 0.0 % | 0.0 % | 0.0 |",
    "| 合计 | 看不出（3 个在关系中，没有一条不符） | 4 | 0.0 % | 0.0 % | 0.0 |",
  ]);
});
