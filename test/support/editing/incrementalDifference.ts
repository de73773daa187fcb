import { checkDisclosure, type CheckReport } from "../../../src/domain/checking/checkDisclosure";
import type { Template } from "../../../src/domain/checking/compileTemplate";
import { startCheck } from "../../../src/domain/checking/incrementalCheck";
import { suspectCards } from "../../../src/domain/checking/suspects/suspectCards";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { formatAddress } from "../../../src/domain/workbook/cellAddress";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { EditingSession } from "./editingSession";
import { applyEdit, type SheetEdit } from "./sheetEdits";

export interface EditRun {
  readonly first: WorkbookSnapshot;
  readonly template: Template;
  readonly seed: number;
  readonly edits: number;
  /** After so many edits the report is compared with that of a full check. */
  readonly every: number;
  readonly onCompared?: (edits: number) => void;
}

/** Where looking again at what changed gives another report than looking at everything. */
export interface Difference {
  readonly seed: number;
  /** How many edits had been made. */
  readonly edits: number;
  /** The fewest found that lead there, by one look after each, from the workbook as it was before them. */
  readonly reproduction: readonly string[];
  /** Lines of the reports that only one of them has. */
  readonly incremental: readonly string[];
  readonly full: readonly string[];
}

interface Step {
  readonly edits: readonly SheetEdit[];
  readonly isReopened: boolean;
}

/** Undefined where no comparison shows one. */
export function findDifference(run: EditRun): Difference | undefined {
  const { first, template, seed, edits, every } = run;
  const person = new EditingSession(first, seed);
  const look = startLooking(first, template);
  let since: { readonly snapshot: WorkbookSnapshot; readonly steps: Step[] } = {
    snapshot: first,
    steps: [],
  };
  const all: Step[] = [];
  for (let count = 1; count <= edits; count += 1) {
    const done = person.next();
    const isReopened = done === "reopened";
    const step = { edits: isReopened ? [] : done, isReopened };
    since.steps.push(step);
    all.push(step);
    look.at(person.snapshot);
    if (count % every !== 0 && count !== edits) continue;
    const differing = differenceOf(look.lines(), fullLines(person.snapshot, template));
    if (differing) {
      const shortest = fewest(since.snapshot, since.steps, run) ?? fewest(first, all, run) ?? all;
      return { seed, edits: count, reproduction: shortest.map(inWords), ...differing };
    }
    since = { snapshot: person.snapshot, steps: [] };
    run.onCompared?.(count);
  }
  return undefined;
}

/** After edits between two looks. */
export function differenceAfter(
  edits: readonly SheetEdit[],
  first: WorkbookSnapshot,
  template: Template,
) {
  return differenceBy([{ edits, isReopened: false }], first, { first, template });
}

function startLooking(first: WorkbookSnapshot, template: Template) {
  let disclosure = recognise(first, template.structure);
  const session = startCheck(disclosure, template);
  return {
    at(snapshot: WorkbookSnapshot): void {
      disclosure = recognise(snapshot, template.structure);
      session.update(disclosure);
    },
    lines: () => linesOf(session.report, disclosure, template),
  };
}

/** Nothing is kept from earlier looks: what is known of a sheet hangs on the object. */
function fullLines({ sheets }: WorkbookSnapshot, template: Template): readonly string[] {
  const anew = sheets.map((sheet) => ({ ...sheet, values: sheet.values.map((row) => [...row]) }));
  const disclosure = recognise({ sheets: anew }, template.structure);
  return linesOf(checkDisclosure(disclosure, template), disclosure, template);
}

/** The whole report. */
function linesOf(report: CheckReport, disclosure: Disclosure, template: Template): string[] {
  const { verdicts, findings, summary } = report;
  const cards = suspectCards(report, disclosure, template);
  return [
    ...verdicts.map((each) => written("verdict", each)),
    ...findings.map((each) => written("finding", each)),
    ...cards.map((each) => written("card", each)),
    written("summary", summary),
  ];
}

function written(what: string, content: unknown): string {
  return `${what} ${JSON.stringify(content, (key, value: unknown) => (isRelation(key, value) ? value.code : value))}`;
}

/** Both checks have the same objects, with their whole tables in them. */
function isRelation(key: string, value: unknown): value is { readonly code: string } {
  return key === "relation" && typeof value === "object" && value !== null;
}

const MOST_LINES = 5;

function differenceOf(incremental: readonly string[], full: readonly string[]) {
  if (incremental.length === full.length && incremental.every((line, at) => line === full[at])) {
    return undefined;
  }
  const [ours, theirs] = [new Set(incremental), new Set(full)];
  return {
    incremental: incremental.filter((line) => !theirs.has(line)).slice(0, MOST_LINES),
    full: full.filter((line) => !ours.has(line)).slice(0, MOST_LINES),
  };
}

/** Leaves out what is not needed, in ever smaller parts; undefined where all of them together show no difference. */
function fewest(start: WorkbookSnapshot, steps: readonly Step[], run: Start) {
  if (!differs(start, steps, run)) return undefined;
  let left = steps;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < left.length;) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)];
      if (differs(start, fewer, run)) left = fewer;
      else at += size;
    }
  }
  return left;
}

function differs(start: WorkbookSnapshot, steps: readonly Step[], run: Start): boolean {
  return differenceBy(steps, start, run) !== undefined;
}

type Start = Pick<EditRun, "first" | "template">;

function differenceBy(steps: readonly Step[], start: WorkbookSnapshot, { first, template }: Start) {
  const look = startLooking(start, template);
  let snapshot = start;
  for (const { edits, isReopened } of steps) {
    if (isReopened) snapshot = first;
    for (const edit of edits) ({ snapshot } = applyEdit(snapshot, edit));
    look.at(snapshot);
  }
  return differenceOf(look.lines(), fullLines(snapshot, template));
}

function inWords({ edits, isReopened }: Step): string {
  if (isReopened) return "reopened";
  return edits
    .map((edit) => {
      const { kind, sheet } = edit;
      if (kind === "insertRow")
        return `${sheet} insert ${String(edit.row)} ${JSON.stringify(edit.values)}`;
      if (kind === "deleteRow") return `${sheet} delete ${String(edit.row)}`;
      return edit.cells
        .map(
          ({ value, ...cell }) => `${formatAddress({ sheet, ...cell })} ${JSON.stringify(value)}`,
        )
        .join(", ");
    })
    .join("; ");
}
