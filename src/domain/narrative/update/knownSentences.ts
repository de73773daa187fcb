import { Decimal } from "decimal.js";
import type { Template } from "../../checking/compileTemplate";
import type { Disclosure } from "../../disclosure/disclosure";
import type { FigureAt } from "../../disclosure/figure";
import { isAnsweredInWords } from "../../disclosure/figureList";
import { exactFigure } from "../../disclosure/readFigure";
import { pieceText, type FigurePiece } from "../../expression/textPiece";
import { bareLabel } from "../../template/labels";
import type { CellAddress } from "../../workbook/cellAddress";
import { narrate } from "../narrate";
import type { FigureKind } from "../prose/figures";
import { spanIn, toPlain } from "../prose/plainText";
import type { Role } from "../prose/roles";
import { readStatements } from "../prose/statements";
import { subjectOf } from "../prose/subjects";
import { figureId, type FigureId } from "./figureValues";
import { itemPath, surroundingsOf, type Surroundings } from "./sentences";
import type { Derivation } from "./updateSets";

/** A figure of our own sentences: where it stands there, and where it comes from. */
export interface KnownFigure extends Surroundings {
  readonly kind: FigureKind;
  readonly role: Role;
  readonly unit: string;
  readonly derivation: Derivation;
}

/** Figures far apart, so that no sentence says 持平 or 不足0.1%. */
const probe = (count: number) => new Decimal(1_000_000 + ((count * 61_803_399) % 900_000_000));

/**
 * The figures that the package's sentences name, read back from the sentences themselves. They are written with a figure
 * in every cell, so that no sentence and no item is left out.
 */
export function knownSentences(disclosure: Disclosure, template: Template): readonly KnownFigure[] {
  const probed = new Map<string, FigureId>();
  let count = 0;
  const figuresAt: Disclosure["figuresAt"] = (table, block, rowId, columnKey) => {
    const found = disclosure.figuresAt(table, block, rowId, columnKey);
    const placed = disclosure.placement.tables.get(table)?.blocks[block];
    const row = placed?.rows.find(({ id }) => id === rowId);
    const isFigure = placed?.block.figureColumns.some(({ key }) => key === columnKey) === true;
    if (!placed || !row || !isFigure || isAnsweredInWords(placed, row)) return found;
    return found.map(({ figure, cell }): FigureAt => {
      if (!cell || (figure.kind !== "amount" && figure.kind !== "blank")) return { figure };
      const id = figureId({ table, block, rowId, columnKey });
      probed.set(cellKey(cell), id);
      count += 1;
      return { figure: exactFigure(probe(count)), cell };
    });
  };
  const { placement, year } = disclosure;
  const sections = narrate(
    { placement, figuresAt: rememberedFigures(figuresAt), ...(year === undefined ? {} : { year }) },
    template,
  );
  const lines: string[] = [];
  const pieces = new Map<number, FigurePiece>();
  let offset = 0;
  const line = (text: string) => {
    lines.push(text);
    offset += text.length + 1;
  };
  for (const { number, title, paragraphs } of sections) {
    line(`${number}、${title}`);
    for (const paragraph of paragraphs) {
      let at = offset;
      for (const piece of paragraph.pieces) {
        if (piece.kind === "figure") pieces.set(at, piece);
        at += pieceText(piece).length;
      }
      line(paragraph.text);
    }
  }
  const plain = toPlain(lines.join("\n"));
  const text = readStatements(plain.plain);
  const placeOf = surroundingsOf(text);
  const spoken = text.mentions.flatMap((mention): KnownFigure[] => {
    const { figure, role } = mention;
    const piece = pieces.get(spanIn(plain, figure.from, figure.to).start);
    const derivation = piece && derivationOf(piece, (cell) => probed.get(cellKey(cell)));
    return derivation
      ? [{ ...placeOf(mention), kind: figure.kind, unit: figure.unit, role, derivation }]
      : [];
  });
  return [...spoken, ...itemFigures(disclosure)];
}

const cellKey = ({ sheet, row, column }: CellAddress): string =>
  `${sheet}!${String(row)},${String(column)}`;

function rememberedFigures(figuresAt: Disclosure["figuresAt"]): Disclosure["figuresAt"] {
  const known = new Map<string, readonly FigureAt[]>();
  return (...place) => {
    const key = place.join("|");
    const found = known.get(key) ?? figuresAt(...place);
    known.set(key, found);
    return found;
  };
}

function derivationOf(
  { text, cells, base }: FigurePiece,
  idOf: (cell: CellAddress) => FigureId | undefined,
): Derivation | undefined {
  const [of, second, third] = cells.map(idOf);
  if (!of || third) return undefined;
  if (!text.endsWith("%")) {
    if (!second) return cells.length === 1 ? { kind: "value", of } : undefined;
    return { kind: "change", of, base: second };
  }
  const [whole] = (base ?? []).map(idOf);
  if (!whole) return undefined;
  return { kind: second ? "growth" : "ratio", of, base: whole };
}

const ITEM_CODE = 8;

/** What is spent on each item and class has the same name in every text. */
function itemFigures({ placement }: Disclosure): readonly KnownFigure[] {
  const placed = placement.tables.get("generalPublicBudgetExpenditure");
  return (placed?.blocks ?? []).flatMap((block) => {
    const [column] = block.block.figureColumns;
    if (!column) return [];
    const names = new Map(block.rows.map(({ code, label }) => [code, bareLabel(label)]));
    const nameOf = (code: string, length: number) => names.get(code.slice(0, length)) ?? "";
    return block.rows.flatMap((row): KnownFigure[] => {
      if (row.code === undefined) return [];
      const place = { table: placed?.table.key ?? "", block: block.block.index, rowId: row.id };
      const of = figureId({ ...place, columnKey: column.key });
      const label = bareLabel(row.label);
      const isItem = row.id.length === ITEM_CODE;
      return [
        {
          ...{ topic: "财政拨款支出", part: "", near: "", before: "", matter: "" },
          subject: isItem ? "" : subjectOf(`${label.replace(/支出$/u, "")}支出`),
          item: isItem ? itemPath(nameOf(row.code, 3), nameOf(row.code, 5), label) : "",
          kind: "money",
          unit: "万元",
          role: "current",
          derivation: { kind: "value", of },
        },
      ];
    });
  });
}
