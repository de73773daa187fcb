import type { Decimal } from "decimal.js";
import { type Golden, type GoldenSheet, loadGolden } from "../support/goldenText";
import { printAmount, put, type Rows } from "./sheetRows";
import { fillEvaluation, fillInitialBudgets, fillSupplement } from "./unitAttachments";
import { FUNDS, total, type ThreePublic, type Unit } from "./unit";
import {
  fiscalSpendingOfClass,
  spendingOfClass,
  totalsOf,
  type TreeRow,
  treesOf,
} from "./unitTables";

type Figures = readonly Decimal[];

export const SHEETS = [
  "封面",
  ...["01", "02", "03", "04", "05", "06", "07", "08", "09"].map((number) => `公开${number}表`),
  "附件1",
  "补充资料",
  "分项补充资料",
];

/** Blank sheets of the 2020 edition: 行次 complete, nothing cut. */
const forms = loadGolden("form", SHEETS);

const CLASS_CODES = (
  "201 202 203 204 205 206 207 208 210 211 212 213 214 215 216 217 219 220 221 222 223 224 229 " +
  "231 232 234"
).split(" ");

export const CLASS_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  classRows(forms).map((label, index) => [CLASS_CODES[index] ?? "", bare(label)]),
);

/** 款 of 06 by code. */
export const ECONOMIC_CODES: readonly string[] = (
  forms.sheets.find(({ name }) => name === "公开06表")?.rows ?? []
).flatMap((row) => row.filter((text) => /^'[0-9]{5}$/u.test(text)).map((text) => text.slice(1)));

function classRows(golden: Golden): string[] {
  const rows = golden.sheets.find(({ name }) => name === "公开01表")?.rows ?? [];
  return rows.map((row) => row[3] ?? "").filter((label) => label.includes("、"));
}

function bare(label: string): string {
  return label.replace(/^[一二三四五六七八九十]+、/u, "");
}

/** The unit's whole set as people would type it. */
export function workbookOf(unit: Unit): Golden {
  const trees = treesOf(unit);
  const print = (amount: Decimal) => printAmount(amount, unit.zero);
  const fillers: Readonly<Record<string, (rows: Rows) => Rows>> = {
    公开01表: (rows) => fillSummary(rows, unit, print),
    公开02表: (rows) => fillTree(rows, trees["02"], unit, print),
    公开03表: (rows) => fillTree(rows, trees["03"], unit, print),
    公开04表: (rows) => fillFiscal(rows, unit, print),
    公开05表: (rows) => fillTree(rows, trees["05"], unit, print),
    公开06表: (rows) => fillBasic(rows, unit, print),
    公开07表: (rows) => fillThreePublic(rows, unit, print),
    公开08表: (rows) => fillTree(rows, trees["08"], unit, print),
    公开09表: (rows) => fillTree(rows, trees["09"], unit, print),
    附件1: (rows) => fillEvaluation(rows, unit),
    补充资料: (rows) => fillSupplement(rows, unit),
    分项补充资料: (rows) => fillInitialBudgets(rows, trees["05"], unit),
  };
  return {
    name: unit.name,
    sheets: formsOf(unit).map((form) => fillNames(form, unit, fillers[form.name] ?? ((r) => r))),
  };
}

function formsOf({ initialBudgets }: Unit): readonly GoldenSheet[] {
  const isAsked = Object.keys(initialBudgets).length > 0;
  return forms.sheets.filter(({ name }) => isAsked || name !== "分项补充资料");
}

function fillNames(form: GoldenSheet, unit: Unit, fill: (rows: Rows) => Rows): GoldenSheet {
  const rows = fill(form.rows).map((row) =>
    row.map((text) => text.replace("{单位}", unit.name).replace("{年度}", unit.year.toString())),
  );
  return { name: form.name, rows };
}

type Print = (amount: Decimal) => string;

function fillSummary(rows: Rows, unit: Unit, print: Print): Rows {
  const { funds, revenue, spending, opening, closing, grand } = totalsOf(unit);
  const left: Record<string, Decimal | undefined> = {
    上级补助收入: revenue[2],
    事业收入: revenue[3],
    经营收入: revenue[4],
    附属单位上缴收入: revenue[5],
    其他收入: revenue[6],
    本年收入合计: revenue[0],
    使用非财政拨款结余: unit.own.surplusUsed,
    年初结转和结余: opening,
    总计: grand,
  };
  for (const [index, fund] of FUNDS.entries()) left[`${fund}财政拨款收入`] = funds[index]?.revenue;
  const right: Record<string, Decimal | undefined> = {
    本年支出合计: spending[0],
    结余分配: unit.own.distributed,
    年末结转和结余: closing,
    总计: grand,
  };
  for (const [code, name] of Object.entries(CLASS_NAMES)) right[name] = spendingOfClass(unit, code);
  return rows.map((row) => {
    const revenueFigure = left[bare(row[0] ?? "")];
    const spendingFigure = right[bare(row[3] ?? "")];
    const half = revenueFigure ? put(row, 3, [print(revenueFigure)]) : row;
    return spendingFigure ? put(half, 6, [print(spendingFigure)]) : half;
  });
}

function fillFiscal(rows: Rows, unit: Unit, print: Print): Rows {
  const { funds, fiscalGrand } = totalsOf(unit);
  const left: Record<string, Decimal | undefined> = {
    本年收入合计: total(funds.map(({ revenue }) => revenue)),
    年初财政拨款结转和结余: total(funds.map(({ opening }) => opening)),
    总计: fiscalGrand,
  };
  for (const [index, fund] of FUNDS.entries()) {
    const ordinal = ["一", "二", "三"][index] ?? "";
    left[`${ordinal}、${fund}财政拨款`] = funds[index]?.revenue;
    // Without an ordinal the same name is an "of which" of 年初.
    left[`${fund}财政拨款`] = funds[index]?.opening;
  }
  const closings = funds.map(({ closing }) => closing);
  const right: Record<string, Figures> = {
    本年支出合计: fiscalSpendingOfClass(unit, ""),
    年末财政拨款结转和结余: [total(closings), ...closings],
    总计: [fiscalGrand, ...funds.map(({ opening, revenue }) => opening.plus(revenue))],
  };
  for (const [code, name] of Object.entries(CLASS_NAMES)) {
    right[name] = fiscalSpendingOfClass(unit, code);
  }
  return rows.map((row) => {
    const revenueFigure = left[row[0] ?? ""];
    const spendingFigures = right[bare(row[3] ?? "")];
    const half = revenueFigure ? put(row, 3, [print(revenueFigure)]) : row;
    return spendingFigures ? put(half, 6, spendingFigures.map(print)) : half;
  });
}

const hasFigures = (rows: readonly TreeRow[]) =>
  rows.some(({ figures }) => figures.some((amount) => !amount.isZero()));

function fillTree(rows: Rows, tree: readonly TreeRow[], unit: Unit, print: Print): Rows {
  const subject = rows[0]?.[0]?.includes("政府性基金") ? "政府性基金" : "国有资本经营预算财政拨款";
  return rows.flatMap((row) => {
    if (row[0] === "{科目}") {
      return tree.map(({ code, figures }) => [
        ...(code === "" ? ["合计", "<"] : [`'${code}`, unit.names[code] ?? ""]),
        ...figures.map(print),
      ]);
    }
    return emptyNote(row, hasFigures(tree), subject);
  });
}

function emptyNote(row: readonly string[], filled: boolean, subject: string): Rows {
  if (row[0] !== "{空表说明}") return [row];
  const note = `{年度}年度本单位没有${subject}收入，也没有使用${subject}安排的支出，故本表无数据。`;
  return filled ? [] : [[note, ...row.slice(1)]];
}

function fillBasic(rows: Rows, unit: Unit, print: Print): Rows {
  const amountOf = (code: string) =>
    total(
      Object.entries(unit.economic)
        .filter(([each]) => each.startsWith(code))
        .map(([, amount]) => amount),
    );
  return rows.map((row) => {
    if (row[0] === "人员经费合计") {
      const personnel = amountOf("301").plus(amountOf("303"));
      return put(put(row, 3, [print(personnel)]), 9, [print(amountOf("").minus(personnel))]);
    }
    let filled = row;
    for (const column of [1, 4, 7]) {
      const code = /^'([0-9]{3,5})$/u.exec(row[column - 1] ?? "")?.[1];
      if (code !== undefined) filled = put(filled, column + 2, [print(amountOf(code))]);
    }
    return filled;
  });
}

function fillThreePublic(rows: Rows, { threePublic }: Unit, print: Print): Rows {
  const side = ([abroad, bought, run, guests]: ThreePublic): Figures => {
    const vehicles = bought.plus(run);
    return [total([abroad, vehicles, guests]), abroad, vehicles, bought, run, guests];
  };
  const figures = [...side(threePublic.budget), ...side(threePublic.final)];
  const filled = figures.some((amount) => !amount.isZero());
  return rows.flatMap((row) => {
    if (row[0] === "{三公}") return [figures.map(print)];
    if (row[0] !== "{空表说明}") return [row];
    return filled ? [] : [["{年度}年度本单位无“三公”经费支出。", ...row.slice(1)]];
  });
}
