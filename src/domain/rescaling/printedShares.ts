import type { MoneyUnit } from "../money/moneyUnit";
import type { Template } from "../checking/compileTemplate";
import { scopeOf } from "../checking/checkDisclosure";
import { titled } from "../checking/checks/formWords";
import type { Disclosure } from "../disclosure/disclosure";
import { computedFigures, targetCell } from "../evaluation/computedFigures";
import { plainText, type Value } from "../expression/evaluate";
import { narrate } from "../narrative/narrate";
import { FigureBook, unitCentsFor } from "./figureBook";
import { unrounded } from "./unrounded";
import { Decimal } from "decimal.js";

/** A percentage that differs: from the published figures and from those in 元. */
export interface ShareDifference {
  /** 情况说明“三、支出决算情况说明”, 《整体支出绩效自评表》“合计”执行率 */
  readonly place: string;
  /** The words around it; empty for a cell. */
  readonly words: string;
  readonly published: string;
  readonly exact: string;
}

/** What sentences and computed cells print of the published figures and would print of the ones in 元. */
export function shareDifferences(
  template: Template,
  source: Disclosure,
  figuresAt: Disclosure["figuresAt"],
  unitOf: (table: string) => MoneyUnit,
): ShareDifference[] {
  const published = { ...source, figuresAt };
  const book = new FigureBook(source, unitOf, unitCentsFor(source.structure.definition.decimals));
  const exact = { ...source, figuresAt: unrounded(source, book) };
  return [
    ...sentenceDifferences(template, published, exact),
    ...cellDifferences(template, published, exact),
  ];
}

const PERCENTAGE = /[0-9]+(?:\.[0-9]+)?%/gu;
const CLAUSE = /[^，；。：]+/gu;

function sentenceDifferences(
  template: Template,
  published: Disclosure,
  exact: Disclosure,
): ShareDifference[] {
  const others = narrate(exact, template);
  return narrate(published, template).flatMap(({ number, title, paragraphs }, section) =>
    paragraphs.flatMap(({ text }, index): ShareDifference[] => {
      const place = `情况说明“${number}、${title}”`;
      const own = sharesIn(text);
      const other = sharesIn(others[section]?.paragraphs[index]?.text ?? "");
      if (own.length !== other.length) {
        const [one, two] = [own, other].map((shares) =>
          shares.map(({ share }) => share).join("、"),
        );
        return [{ place, words: text, published: one ?? "", exact: two ?? "" }];
      }
      return own.flatMap(({ share, words }, position) => {
        const exactShare = other[position]?.share ?? "";
        return exactShare === share ? [] : [{ place, words, published: share, exact: exactShare }];
      });
    }),
  );
}

interface Share {
  readonly share: string;
  /** The clause before it and its own. */
  readonly words: string;
}

function sharesIn(paragraph: string): Share[] {
  const clauses = paragraph.match(CLAUSE) ?? [];
  return clauses.flatMap((clause, index) =>
    [...clause.matchAll(PERCENTAGE)].map(([share]) => ({
      share,
      words: [...clauses.slice(Math.max(index - 1, 0), index), clause].join("，"),
    })),
  );
}

function cellDifferences(
  template: Template,
  published: Disclosure,
  exact: Disclosure,
): ShareDifference[] {
  const scope = scopeOf(published, template);
  const computed = template.computed.filter(({ table }) =>
    published.placement.tables.has(table.key),
  );
  const [own, other] = [published, exact].map((figures) =>
    computedFigures(figures, computed, scope, () => false),
  );
  return computed.flatMap((cell): ShareDifference[] => {
    if (cell.numberFormat?.includes("%") !== true) return [];
    const words = (value: Value | undefined) => (value ? percentWords(value, scope) : "");
    const { target } = cell;
    const [publishedWords, exactWords] = [words(own?.result(cell)), words(other?.result(cell))];
    if (publishedWords === exactWords) return [];
    const { rowId, columnKey } = targetCell(target);
    return [
      {
        place: `${titled(cell.table)}“${rowId}”${columnKey}`,
        words: "",
        published: publishedWords,
        exact: exactWords,
      },
    ];
  });
}

function percentWords(value: Value, scope: Parameters<typeof plainText>[1]): string {
  return value.kind === "amount"
    ? `${value.value.times(100).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)}%`
    : plainText(value, scope);
}
