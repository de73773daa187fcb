import { sameCauses, urgencyOf, type Urgency } from "../../../application/findingWords";
import type { Finding, Summary } from "../../../domain/checking/finding";
import type { SuspectCard } from "../../../domain/checking/suspects/suspectCards";
import type { Disclosure } from "../../../domain/disclosure/disclosure";
import type { PlacedTable } from "../../../domain/disclosure/placement";
import { rangeContains, type CellAddress } from "../../../domain/workbook/cellAddress";

/** What must be done first stands first; what was not checked and what needs nothing more stand apart. */
const URGENCIES: readonly Urgency[] = [
  "must-hold",
  "explain",
  "advice",
  "undetermined",
  "tail",
  "explained",
  "relationFault",
];
const KINDS: readonly Finding["kind"][] = ["figures", "form", "text"];

/** One line of the list: a finding, or several that one missing thing leaves undetermined. */
export interface FindingEntry {
  readonly key: string;
  readonly finding: Finding;
  readonly same: readonly Finding[];
  /** Where one wrong figure explains this finding, and others that are not listed apart. */
  readonly card?: SuspectCard;
}

export interface PlaceGroup {
  /** Undefined for what concerns the whole set. */
  readonly table: string | undefined;
  readonly kind: Finding["kind"];
  readonly entries: readonly FindingEntry[];
}

export interface UrgencyGroup {
  readonly urgency: Urgency;
  readonly count: number;
  readonly places: readonly PlaceGroup[];
}

/** Checked to an end, whatever came of it. */
export function checkedOf({ passed, roundingTail, failed }: Summary): number {
  return passed + roundingTail + failed;
}

export function mustFixOf(findings: readonly Finding[]): number {
  return findings.filter((finding) => urgencyOf(finding) === "must-hold").length;
}

/** By what has to be done, then by table in the order of the set, then by kind. */
export function groupFindings(
  findings: readonly Finding[],
  disclosure: Disclosure,
  cards: readonly SuspectCard[] = [],
): UrgencyGroup[] {
  const shown = new Set(findings);
  const leads = new Map(cards.map((card) => [leadOf(card, shown), card]));
  const led = new Set(cards.flatMap((card) => card.findings.filter((one) => !leads.has(one))));
  const tables = [...disclosure.placement.tables.values()];
  const year = String(disclosure.structure.definition.year);
  const titles = tables.map(({ table }) => table.definition.title.replaceAll("{年度}", year));
  return URGENCIES.flatMap((urgency) => {
    const all = findings.filter((finding) => urgencyOf(finding) === urgency);
    const own = all.filter((finding) => !led.has(finding));
    if (own.length === 0) return [];
    const entries = own.map((finding) => ({ finding, at: tableAt(finding.cells[0], tables) }));
    const places = [-1, ...tables.keys()].flatMap((at) =>
      KINDS.flatMap((kind): PlaceGroup[] => {
        const here = entries.filter((entry) => entry.at === at && entry.finding.kind === kind);
        if (here.length === 0) return [];
        const found = here.map(({ finding }) => finding);
        return [{ table: titles[at], kind, entries: asEntries(found, urgency, leads) }];
      }),
    );
    return [{ urgency, count: all.length, places }];
  });
}

/** The most urgent finding of a card that is shown stands for it. */
function leadOf({ findings }: SuspectCard, shown: ReadonlySet<Finding>): Finding | undefined {
  return findings
    .filter((finding) => shown.has(finding))
    .sort(
      (one, other) => URGENCIES.indexOf(urgencyOf(one)) - URGENCIES.indexOf(urgencyOf(other)),
    )[0];
}

function asEntries(
  findings: readonly Finding[],
  urgency: Urgency,
  leads: ReadonlyMap<Finding | undefined, SuspectCard>,
): FindingEntry[] {
  const groups = urgency === "undetermined" ? sameCauses(findings) : findings.map((one) => [one]);
  const seen = new Map<string, number>();
  return groups.flatMap((same) => {
    const [finding] = same;
    if (!finding) return [];
    const name = keyOf(finding);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    const card = leads.get(finding);
    const key = times === 0 ? name : `${name} ${String(times)}`;
    return [{ key, finding, same, ...(card ? { card } : {}) }];
  });
}

/** Stays the same while a person types, so that what is open stays open. */
function keyOf({ code, state, cells, verdict }: Finding): string {
  const { rowId = "", code: bound = "", columnKey = "" } = verdict?.binding ?? {};
  const [first] = cells;
  const place = first ? `${first.sheet}!${String(first.row)},${String(first.column)}` : "";
  return [code, state, rowId, bound, columnKey, place].join("|");
}

/** Its position in the set; -1 outside of all tables. */
export function tableAt(cell: CellAddress | undefined, tables: readonly PlacedTable[]): number {
  if (!cell) return -1;
  const inside = tables.findIndex(
    ({ sheet, range }) => sheet === cell.sheet && rangeContains(range, cell),
  );
  return inside >= 0 ? inside : tables.findIndex(({ sheet }) => sheet === cell.sheet);
}
