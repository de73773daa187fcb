import { judgeAll, scopeOf } from "../../../src/domain/checking/checkDisclosure";
import type { Verdict } from "../../../src/domain/checking/verdict";
import type { FigureAt } from "../../../src/domain/disclosure/figure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type { Scope } from "../../../src/domain/expression/scope";
import type { CellValue, WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { largeGolden } from "../../bench/largeUnit";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const sound = snapshotOf(largeGolden(4));

/** Every third figure, or all: what fits no longer is as telling as what does. */
function withFigures(change: (value: number) => CellValue, step: number): WorkbookSnapshot {
  let count = 0;
  const changed = (value: CellValue): CellValue => {
    if (typeof value !== "number" || Number.isInteger(value)) return value;
    count += 1;
    return count % step === 0 ? change(value) : value;
  };
  return {
    sheets: sound.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) => row.map(changed)),
    })),
  };
}

function inDecimals(scope: Scope): Scope {
  const { source } = scope;
  const withoutCents = ({ figure, ...at }: FigureAt): FigureAt =>
    figure.kind === "amount"
      ? { ...at, figure: { ...figure, cents: undefined } }
      : { ...at, figure };
  return {
    ...scope,
    source: {
      placement: source.placement,
      figuresAt: (...place) => source.figuresAt(...place).map(withoutCents),
    },
  };
}

function written({ relation, causes, ...verdict }: Verdict): string {
  const lacking = causes?.map((cause) => (cause.kind === "figure" ? cause.term.label : cause.kind));
  return JSON.stringify({ code: relation.code, ...verdict, lacking });
}

const CHANGES: readonly (readonly [string, (value: number) => CellValue])[] = [
  ["as they are", (value) => value],
  ["of the other sign", (value) => -value],
  ["one cent more", (value) => Math.round(value * 100 + 1) / 100],
  ["with 15 digits that hosts do not show", (value) => value + 0.1 + 0.2 - 0.3],
  ["with a third decimal", (value) => value + 0.001],
  ["of no end", (value) => value / 3],
  ["too large for cents", (value) => value * 1e12],
  ["texts", (value) => value.toFixed(2)],
  ["words", () => "见附表"],
  ["errors", () => ({ error: "#DIV/0!" })],
  ["zero", () => 0],
  ["minus zero", () => -0],
  ["blank", () => null],
  ["not applicable", () => "—"],
];

test.each(CHANGES)("sums in cents judge as sums of decimals do: figures %s", (_, change) => {
  for (const step of [1, 3]) {
    const disclosure = recognise(withFigures(change, step), template.structure);
    const scope = scopeOf(disclosure, template);
    const verdicts = judgeAll(template, scope);
    expect(verdicts.length).toBeGreaterThan(100);
    const asDecimals = judgeAll(template, inDecimals(scope)).map(written);
    expect(verdicts.map(written).filter((each, index) => each !== asDecimals[index])).toEqual([]);
  }
});
