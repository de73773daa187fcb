import type { CheckReport } from "../domain/checking/checkDisclosure";
import type { Template } from "../domain/checking/compileTemplate";
import { shortName } from "../domain/checking/placeWords";
import type { SuspectCard } from "../domain/checking/suspects/suspectCards";
import type { Disclosure } from "../domain/disclosure/disclosure";
import { canonicalText, listFigures } from "../domain/disclosure/figureList";
import { unitNameOf } from "../domain/disclosure/unitNameOf";
import { layOutCheckReport } from "../domain/layout/lists/checkReport";
import { freeReportSheets } from "../domain/workbook/reportSheets";
import type { WritePlan } from "../domain/workbook/writePlan";
import type { Sha256 } from "../ports/sha256";
import { mustFixPlaces, URGENCY_WORDS, urgencyOf, type Urgency } from "./findingWords";
import { reportFindings, reportRelations } from "./reportFindings";

/** A workbook as it was checked, in a file or in the pane. */
export interface CheckedSet {
  readonly template: Template;
  readonly disclosure: Disclosure;
  readonly report: CheckReport;
  readonly cards: readonly SuspectCard[];
}

export interface ReportOptions {
  readonly today: Date;
  readonly sha256: Sha256;
  /** Names of sheets that stand already, where the report comes beside them. */
  readonly taken?: readonly string[];
}

/** 审核报告, to be printed and kept: findings, every relation, and the figures with their fingerprint. */
export async function printReport(
  { template, disclosure, report, cards }: CheckedSet,
  { today, sha256, taken = [] }: ReportOptions,
): Promise<WritePlan> {
  const { id, version, title, moneyUnit, decimals, year } = template.structure.definition;
  const figures = listFigures(disclosure);
  const tables = [...disclosure.placement.tables.values()];
  const tableName = (key: string) => {
    const table = template.structure.tables.get(key);
    return table ? shortName(table).replace(/[《》]/gu, "") : key;
  };
  return layOutCheckReport({
    unitName: unitNameOf(disclosure),
    year: disclosure.year ?? year,
    moneyUnit,
    decimals,
    template: { title, id, version },
    date: dateWords(today),
    fingerprint: await sha256(canonicalText(figures)),
    tables: tables.map(({ table }) => tableName(table.key)),
    tableName,
    ...conclude(report, cards),
    findings: reportFindings(report, cards, disclosure),
    relations: reportRelations(report, template),
    figures,
    sheets: freeReportSheets(taken),
  });
}

export function dateWords(date: Date): string {
  return `${String(date.getFullYear())}年${String(date.getMonth() + 1)}月${String(date.getDate())}日`;
}

/** Said only where there are any. */
const SELDOM: readonly Urgency[] = ["relationFault", "explained"];

/** What could not be checked is never passed over in silence. */
function conclude(
  { findings, summary }: CheckReport,
  cards: readonly SuspectCard[],
): {
  readonly conclusion: string;
  readonly counts: readonly string[];
} {
  const groups = new Map<Urgency, number>();
  for (const finding of findings) {
    const urgency = urgencyOf(finding);
    groups.set(urgency, (groups.get(urgency) ?? 0) + 1);
  }
  const count = (urgency: Urgency) => groups.get(urgency) ?? 0;
  const open = count("explain");
  const mustFix = count("must-hold");
  const places = mustFixPlaces(findings, cards);
  const seem = places < mustFix ? `（像是出在 ${String(places)} 处）` : "";
  const sentences = [
    ...(mustFix > 0
      ? [`有 ${String(mustFix)} 条必须改${seem}，改正后才能公开`]
      : ["没有必须改的问题"]),
    ...(open > 0 ? [`有 ${String(open)} 条要改正或写明审核说明`] : []),
    ...(count("undetermined") > 0
      ? [`有 ${String(count("undetermined"))} 条数据不足，没有核对，不能算通过`]
      : []),
    ...(count("relationFault") > 0
      ? [`有 ${String(count("relationFault"))} 条公式出错（软件问题），没有核对`]
      : []),
  ];
  const { passed, roundingTail, failed, undetermined, notApplicable, relationFault } = summary;
  return {
    conclusion: `${sentences.join("；")}。`,
    counts: [
      `发现：${(Object.keys(URGENCY_WORDS) as Urgency[])
        .filter((urgency) => !SELDOM.includes(urgency) || count(urgency) > 0)
        .map((urgency) => `${URGENCY_WORDS[urgency]} ${String(count(urgency))}`)
        .join(" · ")}`,
      `核对：通过 ${String(passed)} · 尾差 ${String(roundingTail)} · 不符 ${String(failed)} · 数据不足 ${String(undetermined)} · 不适用 ${String(notApplicable)}${relationFault === 0 ? "" : ` · 公式出错 ${String(relationFault)}`}`,
    ],
  };
}
