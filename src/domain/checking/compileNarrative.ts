import {
  referencesOf,
  type Expression,
  type Reference,
  type TextPart,
} from "../expression/expression";
import { parseExpression, parseText } from "../expression/parse";
import type { TemplateStructure } from "../template/template";
import type { ParagraphDefinition } from "../template/templatePackage";

export interface Section {
  readonly number: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  readonly parts: readonly TextPart[];
  /** Written once for each code that one of these has. */
  readonly each?: readonly Reference[];
}

/** The result of `read`, or nothing where it found a problem in the formula. */
export type Attempt = <T>(
  path: string,
  formula: string,
  read: () => T,
  code?: string,
) => T | undefined;

type Report = (path: string, message: string) => void;

export function compileSections(
  structure: TemplateStructure,
  attempt: Attempt,
  report: Report,
): Section[] {
  return structure.definition.narrative.sections.map((section, index) => ({
    number: section.number,
    title: section.title,
    paragraphs: section.paragraphs.flatMap((written, place) => {
      const path = `narrative.sections[${String(index)}].paragraphs[${String(place)}]`;
      const definition = typeof written === "string" ? { text: written } : written;
      const at = (key: string) => (typeof written === "string" ? path : `${path}.${key}`);
      return compileParagraph(definition, at, structure, attempt, report) ?? [];
    }),
  }));
}

function compileParagraph(
  { text, each, when, otherwise }: ParagraphDefinition,
  at: (key: string) => string,
  structure: TemplateStructure,
  attempt: Attempt,
  report: Report,
): Paragraph | undefined {
  const read = (key: string, words: string) =>
    attempt(at(key), words, () => parseText(words, structure, each !== undefined));
  const parts = read("text", text);
  const others = otherwise === undefined ? [] : read("otherwise", otherwise);
  const condition =
    when === undefined
      ? undefined
      : attempt(at("when"), when, () => parseExpression(when, structure));
  const lists =
    each === undefined
      ? undefined
      : attempt(at("each"), each, () => parseExpression(each, structure));
  if (otherwise !== undefined && when === undefined) {
    report(at("otherwise"), "写了 otherwise，还要写 when：什么时候用 text。");
  }
  if (!parts || !others || (when !== undefined && !condition)) return undefined;
  const written = condition ? [choice(condition, parts, others)] : parts;
  const references = written.flatMap((part) =>
    typeof part === "string" ? [] : referencesOf(part),
  );
  if (each === undefined) {
    if (references.some(isQuantified)) report(at("text"), NEEDS_EACH);
    return { parts: written };
  }
  if (!lists) return undefined;
  const listed = referencesOf(lists);
  const scopes = new Set([...listed, ...references.filter(isQuantified)].map(scopeOf));
  if (listed.length === 0 || scopes.size !== 1 || scopes.has(undefined)) {
    report(at("each"), ONE_SCOPE);
  }
  return { parts: written, each: listed };
}

const NEEDS_EACH = "每类、每款、每项要写在逐项写的段落里：加上 each，写明逐哪张表的项。";
const ONE_SCOPE =
  "each 里写编码表的引用，如 05表[每项, 小计]，几张表用 + 连接；段落里的引用要用同一个每类、每款或每项。";

function isQuantified({ row, column }: Reference): boolean {
  const isChildren = row.kind === "children" && row.code === undefined;
  return row.kind === "each" || isChildren || column.kind === "each";
}

/** Codes of a tree alone: rows of theirs come and go. */
function scopeOf({ row, column, block }: Reference): string | undefined {
  if (row.kind !== "each" || column.kind === "each" || block.definition.kind !== "tree") return;
  return row.scope === "rows" || row.scope === "codes" ? undefined : row.scope;
}

function choice(
  condition: Expression,
  parts: readonly TextPart[],
  others: readonly TextPart[],
): Expression {
  return { kind: "call", name: "IF", args: [condition, joined(parts), joined(others)] };
}

function joined(parts: readonly TextPart[]): Expression {
  const [first, ...rest] = parts.map((part): Expression =>
    typeof part === "string" ? { kind: "text", value: part } : part,
  );
  return rest.reduce<Expression>(
    (left, right) => ({ kind: "binary", operator: "&", left, right }),
    first ?? { kind: "text", value: "" },
  );
}
