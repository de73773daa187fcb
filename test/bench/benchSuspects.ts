import { judgeAll, scopeOf } from "../../src/domain/checking/checkDisclosure";
import { findSuspects } from "../../src/domain/checking/suspects/findSuspects";
import { recognise } from "../../src/domain/disclosure/recognise";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { shippedTemplate } from "../support/native";
import type { BenchTable } from "./benchTable";
import { soundWorkbooks } from "./soundWorkbooks";
import { measureSuspects, type Suspect } from "./suspectRates";
import { suspectTable } from "./suspectTable";

const template = shippedTemplate();
/** Errors of each kind. */
const ERRORS = 60;
const RANDOM_UNITS = 9;
const FIRST_RATE = 0.95;

/** Adds the demand, and gives the table of hits. */
export function benchSuspects(table: BenchTable): readonly string[] {
  const { rows } = measureSuspects({
    workbooks: soundWorkbooks(RANDOM_UNITS, 60),
    template,
    perKind: ERRORS,
    suspectsOf: suspectsIn,
  });
  const all = rows.find(({ kind, seen }) => kind === "all" && seen === "several");
  const { errors = 0, listed = 0, first = 0 } = all ?? {};
  table.demand(
    `两条以上关系里的差错：全部列入、${String(FIRST_RATE * 100)}% 排第一`,
    `${String(errors)} 个，列入 ${String(listed)}，排第一 ${String(first)}`,
    errors > 0 && listed === errors && first >= FIRST_RATE * errors,
  );
  return suspectTable(rows);
}

function suspectsIn(snapshot: WorkbookSnapshot): Suspect[] {
  const { structure } = template;
  const disclosure = recognise(snapshot, structure);
  const verdicts = judgeAll(template, scopeOf(disclosure, template));
  const unit = 10 ** structure.definition.decimals;
  return findSuspects(verdicts, disclosure, template).flatMap(({ suspects }) =>
    suspects.map(({ changes }) => ({
      cells: changes.map(({ cell: { cell }, after }) => ({ cell, after: after / unit })),
    })),
  );
}
