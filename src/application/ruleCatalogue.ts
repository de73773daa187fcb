import { knownChecks } from "../domain/checking/checks";
import type { Template } from "../domain/checking/compileTemplate";
import type { Relation } from "../domain/checking/relation";
import { withForms } from "../domain/checking/templateForms";
import { relationWords } from "../domain/checking/relationWords";
import { INFORMATION_GRADE } from "../domain/evaluation/findings/information";
import { SAME_PROJECT } from "../domain/evaluation/findings/sameProject";
import { evaluationChecks } from "../domain/evaluation/findings/evaluationFindings";
import { projectForms } from "../domain/template/projectForms";
import { NARRATIVE_CHECKS } from "../domain/narrative/standing/narrativeFindings";
import { writeExpression } from "../domain/expression/write";
import { formsInUse, optionalForms } from "../domain/template/optionalForms";
import type {
  Authority,
  CheckDefinition,
  FindingKind,
  FindingLevel,
} from "../domain/template/templatePackage";

const LEVELS: Readonly<Record<FindingLevel, string>> = {
  "must-hold": "必须改",
  explain: "改或说明",
  advice: "提示",
};
const KINDS: Readonly<Record<FindingKind, string>> = {
  figures: "数据",
  form: "表样",
  text: "文字",
};
const SECTIONS: readonly (readonly [digit: string, title: string])[] = [
  ["1", "表内审核"],
  ["2", "表间审核"],
  ["3", "表样审核"],
  ["4", "绩效自评"],
  ["5", "情况说明"],
  ["6", "另排的表"],
];

/** docs/审核规则.md: every relation and check of the packages, by code. */
export function ruleCatalogue(templates: readonly Template[]): string {
  const head = [
    "# 审核规则",
    "本页由模板和程序生成（`npm run docs`），不要手改。公式的写法见[公式语言](公式语言.md)。",
    [
      "- **必须改**：不成立就是表错了。",
      "- **改或说明**：可能有正当理由，改正或写审核说明。",
      "- **提示**：不影响数，建议处理。",
    ].join("\n"),
    "编号在一条规则的一生中不变，不重复使用，可在电话里报编号。依据写“自定”的，是本工具按表间关系整理的，没有文件依据。",
  ];
  return `${[...head, ...templates.map(withAllForms).flatMap(packageRules)].join("\n\n")}\n`;
}

/** Optional forms have rules of their own. */
function withAllForms(template: Template): Template {
  const forms = optionalForms(template.structure).map(({ table }) => table.key);
  return withForms(template, { projects: 1, forms });
}

interface Entry {
  readonly code: string;
  readonly text: string;
}

function packageRules({ structure, relations, sections }: Template): string[] {
  const { id, version, title, checks } = structure.definition;
  const entries: Entry[] = [
    ...relations.map((relation) => ({ code: relation.code, text: relationEntry(relation) })),
    ...checks.map((check) => ({ code: check.code, text: checkEntry(check) })),
    ...evaluationChecks(structure).map(({ meta }) => ({
      code: meta.code,
      text: programEntry({ ...meta, kind: "figures" }),
    })),
    ...[
      ...(formsInUse(structure).length > 0 ? [INFORMATION_GRADE] : []),
      ...(projectForms(structure).length > 0 ? [SAME_PROJECT] : []),
    ].map((meta) => ({
      code: meta.code,
      text: programEntry(meta),
    })),
    ...(sections.length > 0 ? NARRATIVE_CHECKS : []).map((meta) => ({
      code: meta.code,
      text: programEntry(meta),
    })),
  ].sort((a, b) => a.code.localeCompare(b.code));
  const others = entries.length - relations.length;
  const count = `共 ${String(entries.length)} 条：公式 ${String(relations.length)} 条，表样、自评等 ${String(others)} 条。`;
  return [
    `## ${title}`,
    `模板 \`${id}\` ${version}。${count}`,
    ...SECTIONS.flatMap(([digit, name]) => {
      const own = entries.filter(({ code }) => code.startsWith(`K${digit}`));
      return own.length === 0 ? [] : [`### ${name}`, ...own.map(({ text }) => text)];
    }),
  ];
}

function relationEntry(relation: Relation): string {
  const { code, level, formula, when, allowed, why, authority, reasons } = relation;
  return [
    `#### ${code}　${LEVELS[level]}`,
    relationWords(relation),
    `    ${formula}`,
    [
      `- 理由：${why}`,
      ...(when ? [`- 只在这时审核：\`${writeExpression(when)}\``] : []),
      ...(allowed ? [`- 允许相差：\`${writeExpression(allowed)}\``] : []),
      ...reasonsLine(reasons),
      `- 依据：${authorityWords(authority)}`,
    ].join("\n"),
  ].join("\n\n");
}

function checkEntry(definition: CheckDefinition): string {
  const { code, id } = definition;
  const check = knownChecks().find(({ meta }) => meta.id === id);
  if (!check) throw new Error(`${code}: no check ${id}`);
  return programEntry({ ...check.meta, ...definition });
}

interface ProgramRule extends CheckDefinition {
  readonly title: string;
  readonly kind: FindingKind;
  readonly why: string;
}

function programEntry({ code, id, level, title, kind, why, reasons }: ProgramRule): string {
  return [
    `#### ${code}　${LEVELS[level]}`,
    `${title}（${KINDS[kind]}）`,
    [
      `- 理由：${why}`,
      ...reasonsLine(reasons),
      `- 依据：${authorityWords({ kind: "house" })}`,
      `- 程序：\`${id}\``,
    ].join("\n"),
  ].join("\n\n");
}

function reasonsLine(reasons: readonly string[] | undefined): string[] {
  return reasons ? [`- 现成的说明：${reasons.join("；")}`] : [];
}

function authorityWords({ kind, document = "", clause = "" }: Authority): string {
  return kind === "house" ? "自定" : `${document}${clause}`;
}
