import { rowName } from "../expression/listItems";
import type { Reference } from "../expression/expression";
import {
  bind,
  columnMeant,
  placedBlock,
  type BoundItem,
  type FigureSource,
  type Scope,
} from "../expression/scope";
import { rowsWithId } from "../disclosure/placedRows";
import type { Paragraph, Section } from "../checking/compileNarrative";

/** A paragraph of the package as it is written for one workbook: once, or for one of the codes present. */
export interface WrittenParagraph {
  /** 五.3, 五.3#2010301: the same whatever the figures are. */
  readonly key: string;
  readonly paragraph: Paragraph;
  readonly scope: Scope;
  readonly item?: BoundItem;
}

export function writtenParagraphs(
  { number, paragraphs }: Section,
  scope: Scope,
): readonly WrittenParagraph[] {
  return paragraphs.flatMap((paragraph, index): WrittenParagraph[] => {
    const key = `${number}.${String(index + 1)}`;
    if (!paragraph.each) return [{ key, paragraph, scope }];
    return itemsOf(paragraph.each, scope.source).map((item) => ({
      key: `${key}#${item.code}`,
      paragraph,
      scope: bind(scope, { code: item.code, rowId: `#${item.code}`, item }),
      item,
    }));
  });
}

const LENGTHS = { class: 3, section: 5, item: 7 } as const;

/** The codes that one of the tables lists; of 补充资料 only those with a figure: it is laid out for more than is used. */
function itemsOf(each: readonly Reference[], source: FigureSource): BoundItem[] {
  const codes = new Set<string>();
  const [first] = each;
  for (const reference of each) {
    for (const code of codesOf(reference, source)) codes.add(code);
  }
  const printed = first ? codesOf(first, source) : [];
  const isLonger = codes.size > new Set(printed).size;
  const ordered = isLonger ? [...codes].sort() : [...codes];
  const nameOf = (code: string) => nameIn(each, code, source);
  return ordered.map((code, index) => ({ code, ordinal: index + 1, nameOf, nameTables: each }));
}

function codesOf(reference: Reference, source: FigureSource): string[] {
  const { row, table, block } = reference;
  const placed = placedBlock(reference, source);
  if (!placed || row.kind !== "each" || row.scope === "rows" || row.scope === "codes") return [];
  const length = LENGTHS[row.scope];
  const column = columnMeant(reference, undefined);
  const listed = placed.rows.flatMap(({ code }) => (code?.length === length ? [code] : []));
  if (table.definition.role === "disclosure") return listed;
  return listed.filter((code) =>
    source
      .figuresAt(table.key, block.index, `#${code}`, column)
      .some(({ figure }) => figure.kind === "amount" && !figure.published.isZero()),
  );
}

function nameIn(
  each: readonly Reference[],
  code: string,
  source: FigureSource,
): string | undefined {
  for (const reference of each) {
    const placed = placedBlock(reference, source);
    const [row] = placed ? rowsWithId(placed, `#${code}`) : [];
    const name = row && rowName(row);
    if (name !== undefined) return name;
  }
  return undefined;
}
