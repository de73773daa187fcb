import { type ClaimVerdict, CLAIM_VERDICTS, type FoundClaim, type TextClaim } from "./claim";
import type { KnownAmount } from "./known";
import { readLists } from "./lists";
import { spanIn, toPlain } from "./plainText";
import { readAllotments } from "./readAllotments";
import { readBalances } from "./readBalances";
import { readBeyond } from "./readBeyond";
import { readDifferences, readDirections } from "./readChanges";
import { readCompletion } from "./readCompletion";
import { readCounts } from "./readCounts";
import { readDivisions } from "./readDivisions";
import { readGrowth } from "./readGrowth";
import type { Reading } from "./readings";
import { readKnownChanges } from "./readKnownChanges";
import { readLevel } from "./readLevel";
import { readNames } from "./readNames";
import { readNilItems } from "./readNilItems";
import { readContents, readNumbering } from "./readNumbering";
import { readReasons } from "./readReasons";
import { readRepeats } from "./readRepeats";
import { readShares } from "./readShares";
import { readTies } from "./readTies";
import { readSums } from "./readSums";
import { readTotals } from "./readTotals";
import { readWording } from "./readWording";
import { readYears } from "./readYears";
import { readStatements } from "./statements";

const READERS: readonly ((reading: Reading) => readonly FoundClaim[])[] = [
  readShares,
  readGrowth,
  readCompletion,
  readSums,
  readTotals,
  readDivisions,
  readDifferences,
  readDirections,
  readLevel,
  readReasons,
  readBalances,
  readAllotments,
  readRepeats,
  readBeyond,
  readCounts,
  readNilItems,
  readWording,
  readYears,
  readNames,
  readNumbering,
  readContents,
];

/**
 * What a text says about figures, names and order, recomputed; in the order in which it stands there. With the amounts
 * of a workbook each amount is also tied to its cell.
 */
export function checkProse(source: string, known?: readonly KnownAmount[]): readonly TextClaim[] {
  const plain = toPlain(source);
  const text = readStatements(plain.plain);
  const reading: Reading = { text, lists: readLists(text) };
  const changes = known ? readKnownChanges(reading, known) : [];
  const ties = known ? readTies(reading, known) : [];
  const own = READERS.flatMap((read) => read(reading)).filter(
    // What the text alone could not tell, the workbook has told.
    (claim) =>
      claim.verdict !== "cannot-be-checked" ||
      !changes.some(({ kind, from }) => kind === claim.kind && from === claim.from),
  );
  return [...own, ...changes, ...ties]
    .map(({ from, to, kind, claimed, recomputed, verdict, explanation }) => {
      const { start, end } = spanIn(plain, from, to);
      const quote = source.slice(start, end);
      return { kind, claimed, recomputed, verdict, explanation, start, end, quote };
    })
    .sort((one, other) => one.start - other.start || one.end - other.end);
}

export type ClaimSummary = Readonly<Record<ClaimVerdict, number>>;

export function summarise(claims: readonly TextClaim[]): ClaimSummary {
  const counted = CLAIM_VERDICTS.map((verdict): [ClaimVerdict, number] => [
    verdict,
    claims.filter((claim) => claim.verdict === verdict).length,
  ]);
  return Object.fromEntries(counted) as Record<ClaimVerdict, number>;
}
