import type { CheckReport } from "../checking/checkDisclosure";
import { titled } from "../checking/checks/formWords";
import type { Template } from "../checking/compileTemplate";
import { referencesOf } from "../expression/expression";
import { byUrgency, type Finding } from "../checking/finding";
import { relationReferences } from "../checking/relation";
import { stepsOfWan } from "../checking/sharedFigures";
import type { Verdict } from "../checking/verdict";
import type { Disclosure } from "../disclosure/disclosure";
import type { PlacedTable } from "../disclosure/placement";
import { differentUnits } from "./differentUnits";

/** What does not fit because one table is in 元 and another in 万元 is not 不符 but 数据不足: nothing was compared. */
export function acrossUnits(
  report: CheckReport,
  disclosure: Disclosure,
  template: Template,
): CheckReport {
  const across = report.findings.filter(
    (finding) => isApart(finding) && tablesOf(finding.verdict, disclosure).length > 1,
  );
  if (across.length === 0) return report;
  const troubleOf = differentUnits(template, disclosure);
  const reasons = new Map<Finding, string>();
  for (const finding of across) {
    const tables = tablesOf(finding.verdict, disclosure);
    const trouble = troubleOf(tables);
    const reason = trouble?.kind === "different" ? trouble.words : formInYuan(finding, tables);
    if (reason !== undefined) reasons.set(finding, reason);
  }
  if (reasons.size === 0) return report;
  const { verdicts, findings, summary } = report;
  const untold = new Map<Verdict | undefined, Verdict>();
  const counted = { ...summary };
  const told = findings.map((finding) => {
    const reason = reasons.get(finding);
    const { verdict } = finding;
    if (reason === undefined || !verdict) return finding;
    counted[finding.state] -= 1;
    counted.undetermined += 1;
    const own: Verdict = { ...verdict, state: "undetermined" };
    untold.set(verdict, own);
    return withoutSides(finding, own, `${reason}，没有核对。请换算成同一个单位。`);
  });
  return {
    verdicts: verdicts.map((verdict) => untold.get(verdict) ?? verdict),
    findings: told.sort(byUrgency),
    summary: counted,
  };
}

function isApart({ state, verdict }: Finding): boolean {
  return verdict !== undefined && (state === "failed" || state === "roundingTail");
}

function tablesOf(verdict: Verdict | undefined, { placement }: Disclosure): PlacedTable[] {
  const keys = verdict ? relationReferences(verdict.relation.comparing) : [];
  return [...new Set(keys.flatMap(({ table }) => placement.tables.get(table.key) ?? []))];
}

/** Forms seldom say their unit: one that has the same figure 10,000 times larger is in 元. */
function formInYuan({ verdict }: Finding, tables: readonly PlacedTable[]): string | undefined {
  const form = tables.find(({ table }) => table.definition.role === "evaluation");
  const { left, right, relation } = verdict ?? {};
  if (!form || !relation || !left || !right || left.isZero() || right.isZero()) return undefined;
  const isLeft = referencesOf(relation.comparing.left).some(({ table }) => table === form.table);
  const isLarger = stepsOfWan(left, right) === (isLeft ? 1 : -1);
  return isLarger ? `${titled(form.table)}的数像是元，公开表是万元` : undefined;
}

function withoutSides(
  { code, id, level, kind, title, cells }: Finding,
  verdict: Verdict,
  explanation: string,
): Finding {
  return { code, id, state: "undetermined", level, kind, title, explanation, cells, verdict };
}
