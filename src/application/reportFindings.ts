import type { CheckReport } from "../domain/checking/checkDisclosure";
import { noStates, type Finding } from "../domain/checking/finding";
import { knownChecks } from "../domain/checking/checks";
import { shortName } from "../domain/checking/placeWords";
import { relationWords } from "../domain/checking/relationWords";
import type { SuspectCard } from "../domain/checking/suspects/suspectCards";
import type { State } from "../domain/checking/verdict";
import type { Template } from "../domain/checking/compileTemplate";
import { evaluationChecks } from "../domain/evaluation/findings/evaluationFindings";
import type { Disclosure } from "../domain/disclosure/disclosure";
import type { RelationLine, ReportLine } from "../domain/layout/lists/checkReport";
import { formatAddress, rangeContains } from "../domain/workbook/cellAddress";
import {
  cellsText,
  cellText,
  KIND_MARKS,
  listed,
  sameCauses,
  URGENCY_WORDS,
  urgencyOf,
  type Urgency,
} from "./findingWords";

const CODES_SHOWN = 4;

/** The findings as they are worked through; one missing table leaves many undetermined, and is one line. */
export function reportFindings(
  { findings }: CheckReport,
  cards: readonly SuspectCard[],
  disclosure: Disclosure,
): ReportLine[] {
  const suspects = suspectOf(cards);
  return (Object.keys(URGENCY_WORDS) as Urgency[]).flatMap((urgency) => {
    const group = findings.filter((finding) => urgencyOf(finding) === urgency);
    const lines = urgency === "undetermined" ? sameCauses(group) : group.map((each) => [each]);
    return lines.flatMap((same): ReportLine[] => {
      const [first] = same;
      if (!first) return [];
      const { kind, explanation, left, right, difference } = first;
      const isAlone = same.length === 1;
      return [
        {
          level: URGENCY_WORDS[urgency],
          table: isAlone ? tableOf(first, disclosure) : "",
          cells: isAlone ? cellsText(first.cells) : `共 ${String(same.length)} 处`,
          explanation: `${KIND_MARKS[kind]}${explanation}`,
          ...(isAlone && left !== undefined ? { left } : {}),
          ...(isAlone && right !== undefined ? { right } : {}),
          ...(isAlone && difference !== undefined ? { difference } : {}),
          suspect: suspects.get(first) ?? "",
          reason: reasonOf(first),
          code: listed([...new Set(same.map(({ code }) => code))], CODES_SHOWN, "条"),
        },
      ];
    });
  });
}

function reasonOf({ reason }: Finding): string {
  if (!reason) return "";
  return reason.state === "reopened" ? `原说明，数字已变：${reason.words}` : reason.words;
}

/** The likeliest cell, for each finding that it would explain. */
function suspectOf(cards: readonly SuspectCard[]): ReadonlyMap<Finding, string> {
  return new Map(
    cards.flatMap(({ findings, suspects: [likeliest] }) => {
      const words = (likeliest?.changes ?? []).map(({ cell, before, after }) => {
        const [was, would] = [before, after].map((value) => cellText(value) || "（空）");
        return `${formatAddress(cell)} ${was ?? ""} → ${would ?? ""}`;
      });
      return findings.map((finding): [Finding, string] => [finding, words.join("；")]);
    }),
  );
}

/** Of the first cell; what is about the whole set has none. */
function tableOf({ cells: [cell] }: Finding, { placement }: Disclosure): string {
  if (!cell) return "";
  const onSheet = [...placement.tables.values()].filter(({ sheet }) => sheet === cell.sheet);
  const around = onSheet.find(({ range }) => rangeContains(range, cell)) ?? onSheet[0];
  return around ? shortName(around.table).replace(/[《》]/gu, "") : "";
}

/** Every relation and check of the template, also those that nothing came of. */
export function reportRelations(
  { verdicts, findings }: CheckReport,
  { structure, relations }: Template,
): RelationLine[] {
  const counts = new Map<string, Record<State, number>>();
  const countOf = (code: string) => {
    const known = counts.get(code) ?? noStates();
    counts.set(code, known);
    return known;
  };
  for (const { relation, state } of verdicts) countOf(relation.code)[state] += 1;
  for (const { code, state, verdict } of findings) if (!verdict) countOf(code)[state] += 1;
  const titles = new Map(knownChecks().map(({ meta }) => [meta.id, `${meta.title}：${meta.why}`]));
  return [
    ...relations.map((relation) => ({ ...relation, words: relationWords(relation) })),
    ...structure.definition.checks.map((check) => ({
      ...check,
      words: titles.get(check.id) ?? "",
    })),
    ...evaluationChecks(structure).map(({ meta: { code, level, title, why } }) => ({
      code,
      level,
      words: `${title}：${why}`,
    })),
  ].map(({ code, level, words }) => ({
    code,
    level: URGENCY_WORDS[level],
    words,
    counts: countOf(code),
  }));
}
