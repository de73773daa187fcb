import { Decimal } from "decimal.js";
import type { Disclosure } from "../../disclosure/disclosure";
import { formatAddress } from "../../workbook/cellAddress";
import { valueAt } from "../../workbook/workbookSnapshot";
import type { CheckReport } from "../checkDisclosure";
import type { Template } from "../compileTemplate";
import type { DependencyIndex } from "../dependencyIndex";
import type { CellChange, Finding } from "../finding";
import { shortName } from "../placeWords";
import type { Change } from "./changes";
import type { FigureCell } from "./figureCells";
import { findSuspects, type Suspect } from "./findSuspects";
import type { Slip } from "./slips";

/** A cell that may hold the wrong figure, or two, in words. */
export interface SuspectedCells {
  readonly changes: readonly (CellChange & { readonly name: string })[];
  /** One sentence: what it looks like, and what would come of the change. */
  readonly why: string;
  /** How many relations would hold that do not now. */
  readonly resolves: number;
}

/** Findings that one wrong figure explains, with the cells that it may stand in: most likely first. */
export interface SuspectCard {
  readonly findings: readonly Finding[];
  readonly suspects: readonly SuspectedCells[];
}

/** Beyond that the cells of the relation say as much. */
const MOST_SUSPECTS = 8;

/** What the failed relations of a report come down to. Each finding is on one card at most, and none that has been explained. */
export function suspectCards(
  { verdicts, findings }: CheckReport,
  disclosure: Disclosure,
  template: Template,
  dependents?: () => DependencyIndex,
): readonly SuspectCard[] {
  const open = findings.filter(({ reason }) => reason?.state !== "closed");
  const byVerdict = new Map(open.map((finding) => [finding.verdict, finding]));
  // A pasted block of 元 is one thing to mend, and says so itself.
  const pasted = findings.flatMap(({ remedy }) => {
    return remedy && remedy.changes.length > 1 ? remedy.changes : [];
  });
  const options = { mended: pasted, ...(dependents ? { dependents } : {}) };
  const cards = findSuspects(verdicts, disclosure, template, options).flatMap(
    ({ explains, suspects }) => {
      const own = explains.flatMap((verdict) => byVerdict.get(verdict) ?? []);
      if (own.length === 0) return [];
      return [
        {
          findings: own,
          suspects: suspects.slice(0, MOST_SUSPECTS).map((each) => inWords(each, disclosure)),
        },
      ];
    },
  );
  return withRemedies(cards, open);
}

/** A finding that offers what the first suspect of a card does stands on that card. */
function withRemedies(cards: readonly SuspectCard[], open: readonly Finding[]): SuspectCard[] {
  return cards.map((card) => {
    const first = changeKey(card.suspects[0]?.changes);
    const same = open.filter(
      (finding) => finding.remedy && changeKey(finding.remedy.changes) === first,
    );
    return { ...card, findings: [...card.findings, ...same] };
  });
}

function changeKey(changes: readonly CellChange[] = []): string {
  return changes.map(({ cell, after }) => `${formatAddress(cell)} ${String(after)}`).join();
}

function inWords(suspect: Suspect, disclosure: Disclosure): SuspectedCells {
  const { changes, resolves } = suspect;
  const unit = new Decimal(10).pow(disclosure.structure.definition.decimals);
  return {
    changes: changes.map(({ cell: figureCell, after }) => {
      const { cell, isBlank } = figureCell;
      const sheet = disclosure.snapshot.sheets.find(({ name }) => name === cell.sheet);
      const before = sheet === undefined ? null : valueAt(sheet, cell);
      // A figure that moved leaves its cell as the other one was.
      const leavesBlank = after === 0 && changes.some((other) => other.cell.isBlank) && !isBlank;
      return {
        cell,
        before,
        after: leavesBlank ? null : new Decimal(after).div(unit).toNumber(),
        name: nameOfCell(figureCell, disclosure),
      };
    }),
    why: [looksLike(suspect, disclosure), comesTo(resolves.length)].filter(Boolean).join("；"),
    resolves: resolves.length,
  };
}

function comesTo(count: number): string {
  return count === 1 ? "改后这一处就相符" : `改后 ${String(count)} 处都相符`;
}

const LOOKS_LIKE: Readonly<Record<Exclude<Slip, "repeated" | "exchanged" | "shifted">, string>> = {
  swappedDigits: "像是两个数字颠倒了",
  sign: "像是正负号填反了",
  tenThousand: "像是按元填进了万元表",
  decimalPoint: "像是小数点错了位",
  truncated: "像是少录了后面的数字",
  lastYear: "和补充资料里的上年数相同，像是填了上年的",
  leftOut: "像是漏填了",
};

function looksLike({ slip, changes, like }: Suspect, disclosure: Disclosure): string {
  const [, second] = changes;
  switch (slip) {
    case undefined:
      return "";
    case "repeated":
      return like === undefined ? "" : `和${nameOfCell(like, disclosure)}的数相同，像是填重了`;
    case "exchanged":
      return `像是和${otherName(second, disclosure)}填颠倒了`;
    case "shifted":
      return `像是错了行，和${otherName(second, disclosure)}的数串了`;
    default:
      return LOOKS_LIKE[slip];
  }
}

function otherName(change: Change | undefined, disclosure: Disclosure): string {
  return change === undefined ? "" : nameOfCell(change.cell, disclosure);
}

/** 公开03表“行政运行”基本支出 */
export function nameOfCell(
  { place, row }: Pick<FigureCell, "place" | "row">,
  { structure }: Disclosure,
): string {
  const table = structure.tables.get(place.table);
  const block = table?.blocks[place.block];
  if (!table || !block) return "";
  const heading = block.columns.find(({ key }) => key === place.columnKey)?.definition.heading;
  const isRecord = block.definition.kind === "record";
  const label = row.label.trim() === "" ? (row.code ?? "") : row.label.trim();
  const column = isRecord
    ? (heading ?? []).join("·")
    : block.figureColumns.length > 1
      ? (heading?.at(-1) ?? "")
      : "";
  return `${shortName(table)}${isRecord ? "" : `“${label}”`}${column}`;
}
