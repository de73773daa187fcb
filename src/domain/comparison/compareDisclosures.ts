import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import type { EvaluationForm } from "../evaluation/evaluationForm";
import { readEvaluationForm } from "../evaluation/readEvaluationForm";
import { isSeenAlone, type Change } from "./change";
import { figureChanges, type BlockVersion } from "./figureChanges";
import { pairRows } from "./pairRows";
import { renamedSheet, sheetChanges } from "./sheetChanges";
import { cellTextChanges, evaluationChanges, headChanges, indicatorChanges } from "./textChanges";

interface TableVersion {
  readonly disclosure: Disclosure;
  readonly placed: PlacedTable;
  readonly form?: EvaluationForm;
}

/** What differs between two versions of a set, read by the same template: in the order of its tables. */
export function compareDisclosures(before: Disclosure, after: Disclosure): Change[] {
  const tables = [...after.structure.tables.values()].flatMap((table): Change[] => {
    const [was, is] = [versionOf(before, table.key), versionOf(after, table.key)];
    if (was && is) return tableChanges(was, is);
    if (was) return [{ kind: "tableRemoved", table, row: "", column: "" }];
    return is ? [{ kind: "tableAdded", table, row: "", column: "" }] : [];
  });
  const changes = [...tables, ...sheetChanges(before, after), ...renamedSheets(before, after)];
  return [...changes.filter((each) => !isSeenAlone(each)), ...changes.filter(isSeenAlone)];
}

/** The same table on a sheet of another name, where the old name is gone. */
function renamedSheets(before: Disclosure, after: Disclosure): Change[] {
  const names = new Set(after.snapshot.sheets.map(({ name }) => name));
  const renamed = new Map<string, Change>();
  for (const [key, { sheet: now }] of after.placement.tables) {
    const was = before.placement.tables.get(key)?.sheet;
    if (was === undefined || names.has(was) || renamed.has(was)) continue;
    renamed.set(was, renamedSheet(was, now));
  }
  return [...renamed.values()];
}

function versionOf(disclosure: Disclosure, key: string): TableVersion | undefined {
  const placed = disclosure.placement.tables.get(key);
  if (!placed) return undefined;
  const isForm = placed.table.definition.role === "evaluation";
  const form = isForm ? readEvaluationForm(disclosure.snapshot, placed) : undefined;
  return { disclosure, placed, ...(form ? { form } : {}) };
}

function tableChanges(before: TableVersion, after: TableVersion): Change[] {
  const { table } = after.placed;
  const textsOf = ({ disclosure }: TableVersion) => disclosure.texts.get(table.key);
  return [
    ...headChanges(table, textsOf(before), textsOf(after)),
    ...(before.form && after.form ? evaluationChanges(table, before.form, after.form) : []),
    ...after.placed.blocks.flatMap((block, index): Change[] => {
      const own = before.placed.blocks[index];
      return own ? blockChanges({ ...before, block: own }, { ...after, block }) : [];
    }),
  ];
}

/** The goals and indicators of 自评表 are read as a whole: merged cells, texts over several lines. */
function blockChanges(before: BlockVersion, after: BlockVersion): Change[] {
  const rows = pairRows(before, after);
  const figures = figureChanges(before, after, rows);
  const { kind } = after.block.block.definition;
  if (!before.form || !after.form || kind === "rows" || kind === "tree") {
    return [...figures, ...cellTextChanges(before, after, rows)];
  }
  return kind === "list" ? [...figures, ...indicatorChanges(before, after, rows)] : figures;
}
