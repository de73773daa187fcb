import { listed, tablesNamed } from "../checking/checks/formWords";
import type { Finding } from "../checking/finding";
import type { State } from "../checking/verdict";
import { isMustFix } from "./openMatters";
import { line, type ReadinessInput, type ReadinessLine } from "./readinessLine";

const FORM_GAPS: ReadonlySet<string> = new Set(["missing-table", "empty-table-note", "no-figures"]);

const COMPARED: ReadonlySet<State> = new Set(["passed", "roundingTail", "failed"]);

export function timeliness(): ReadinessLine[] {
  return [
    line(
      "timeliness",
      "unchecked",
      "要人工确认：批复日期不在工作簿里。请确认在批复后 20 日内公开。",
    ),
  ];
}

export function completeness({ disclosure, report }: ReadinessInput): ReadinessLine[] {
  const { structure, placement } = disclosure;
  const required = [...structure.tables.values()].filter(({ definition }) => definition.required);
  const missing = required.filter(({ key }) => !placement.tables.has(key));
  const lines: ReadinessLine[] = [];
  if (missing.length > 0) {
    const isHidden = disclosure.snapshot.sheets.some(({ visibility }) => visibility !== "visible");
    const where = isHidden ? "在隐藏的工作表里的，请取消隐藏。" : "";
    const what = `缺${tablesNamed(missing)}。没有数的表也要公开。${where}`;
    lines.push(line("completeness", "failed", what));
  }
  const open = report.findings.filter(
    ({ id, state }) => state === "failed" && FORM_GAPS.has(id) && id !== "missing-table",
  );
  for (const { explanation, cells } of open) {
    lines.push(line("completeness", "failed", explanation, cells));
  }
  return lines.length > 0
    ? lines
    : [line("completeness", "passed", `${String(required.length)} 张公开表都在，空表都有说明。`)];
}

export function truth({ report }: ReadinessInput): ReadinessLine[] {
  const figures = report.findings.filter(({ kind }) => kind === "figures");
  const unfilled = figures.filter(({ id }) => id === "no-figures");
  const wrong = figures.filter((finding) => isMustFix(finding) && !unfilled.includes(finding));
  const unknown = figures.filter(({ state }) => state === "undetermined");
  const isCompared = report.verdicts.some(({ state }) => COMPARED.has(state));
  const lines: ReadinessLine[] = [];
  if (unfilled.length > 0) {
    const what = isCompared ? "没有填数的表没有核对。" : "没有核对：表里还没有数。";
    lines.push(line("truth", "unchecked", what, firstCells(unfilled)));
  }
  if (wrong.length > 0) {
    const count = String(wrong.length);
    lines.push(
      line(
        "truth",
        "failed",
        `表内表间有 ${count} 处对不上（${codesOf(wrong)}）。`,
        firstCells(wrong),
      ),
    );
  }
  if (unknown.length > 0 && (isCompared || unfilled.length === 0)) {
    const count = String(unknown.length);
    lines.push(
      line(
        "truth",
        "unchecked",
        `有 ${count} 条关系数据不足，没有核对（${codesOf(unknown)}）。`,
        firstCells(unknown),
      ),
    );
  }
  if (lines.length === 0) lines.push(line("truth", "passed", "表内表间的关系都对得上。"));
  return [
    ...lines,
    line("truth", "unchecked", "要人工确认：批复的数不在工作簿里。请与批复逐表核对。"),
  ];
}

export function manner(): ReadinessLine[] {
  return [
    line(
      "manner",
      "unchecked",
      "要人工确认：在规定的网站和栏目公开，标题、目录和附件齐全，能打开、能下载。",
    ),
  ];
}

function codesOf(findings: readonly Finding[]): string {
  return listed([...new Set(findings.map(({ code }) => code))], "个编号");
}

function firstCells(findings: readonly Finding[]) {
  return findings.flatMap(({ cells }) => cells.slice(0, 1));
}
