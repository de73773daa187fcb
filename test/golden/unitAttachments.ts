import { Decimal } from "decimal.js";
import { printAmount, put, type Rows } from "./sheetRows";
import type { TreeRow } from "./unitTables";
import { total, type Unit, ZERO } from "./unit";

export function fillSupplement(rows: Rows, unit: Unit): Rows {
  return rows.map((row) => {
    const given = unit.supplement.find(({ label }) => label === row[0]);
    return given ? put(row, row[1] === "文字" ? 4 : 3, [given.answer]) : row;
  });
}

/** As the codes of 05 stand. */
export function fillInitialBudgets(rows: Rows, tree: readonly TreeRow[], unit: Unit): Rows {
  const budgetOf = (code: string) =>
    total(
      Object.entries(unit.initialBudgets)
        .filter(([item]) => item.startsWith(code))
        .map(([, [budget]]) => new Decimal(budget)),
    );
  return rows.flatMap((row) =>
    row[0] === "{科目}"
      ? tree.map(({ code }) => [
          ...(code === "" ? ["合计", "<"] : [`'${code}`, unit.names[code] ?? ""]),
          printAmount(budgetOf(code)),
          unit.initialBudgets[code]?.[1] ?? "",
        ])
      : [row],
  );
}

const EXECUTION_WEIGHT = new Decimal(10);

export function fillEvaluation(rows: Rows, { evaluation }: Unit): Rows {
  const { funds, goals, indicators } = evaluation;
  const share = (funds[2]?.[0] ?? ZERO).div(funds[1]?.[0] ?? 1);
  const score = EXECUTION_WEIGHT.times(share).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  const sum = score.plus(total(indicators.map((row) => new Decimal(row[6] ?? 0))));
  const grade = ["优", "良", "中"].find((_, index) => sum.gte([90, 80, 60][index] ?? 0)) ?? "差";
  let fund = -1;
  return rows.flatMap((row) => {
    if (row[2] === "<" && row[3] === undefined) {
      fund += 1;
      const figures = funds.map((column) => printAmount(column[fund] ?? ZERO));
      if (fund > 0) return [put(row, 4, figures)];
      const percent = share.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      return [put(row, 4, [...figures, "10", `${percent.toString()}%`, score.toString()])];
    }
    if (row[0] === "{指标}") return indicators.map((indicator) => ["^", ...indicator]);
    if (row[1] === "总分") return [put(row, 7, ["100", sum.toString(), `等级：${grade}`])];
    return [
      row.map((text) => text.replace("{预期目标}", goals[0]).replace("{实际完成情况}", goals[1])),
    ];
  });
}
