import { Decimal } from "decimal.js";
import type { FormText } from "../disclosure/disclosure";
import type { PlacedBlock, PlacedTable } from "../disclosure/placement";
import { normaliseLabel } from "../template/labels";
import type { Column } from "../template/template";
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from "../workbook/workbookSnapshot";
import { valueAt } from "../workbook/workbookSnapshot";
import { readFields } from "./projectFields";
import { readDimension, type DimensionHeading } from "./dimensionHeading";
import type { EvaluationForm, Indicator } from "./evaluationForm";
import { formBlocks, withoutRemark, type FormBlocks } from "./formBlocks";

/** The texts of a 自评表 that recognition has placed; undefined when its indicators were not found. */
export function readEvaluationForm(
  snapshot: WorkbookSnapshot,
  placed: PlacedTable,
): EvaluationForm | undefined {
  const sheet = snapshot.sheets.find(({ name }) => name === placed.sheet);
  const blocks = formBlocks(placed.table);
  const list = placed.blocks[blocks.indicators.index];
  if (!sheet || !list || list.rows.length === 0) return undefined;
  const texts = sheetTexts(sheet);
  // Without a title the form begins, for recognition, with its headings; the unit's name stands above them.
  const above = { from: Math.max(1, placed.range.top - 2), to: list.headRow - 1 };
  return {
    ...optional("unitName", unitName(texts, above)),
    ...optional("expectedGoals", goal(texts, above, blocks.expectedGoals)),
    ...optional("actualGoals", goal(texts, above, blocks.actualGoals)),
    indicators: readIndicators(sheet, list, blocks),
    fields: readFields(sheet, above, placed.table.definition.evaluation?.project),
    ...optional("grade", readGrade(texts, list, blocks)),
  };
}

function optional<K extends string>(
  key: K,
  value: FormText | undefined,
): Partial<Record<K, FormText>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, FormText>);
}

/** The texts of a row, left to right. */
type TextsOf = (row: number) => readonly FormText[];

function sheetTexts(sheet: SheetSnapshot): TextsOf {
  return (row) =>
    (sheet.values[row - 1] ?? []).flatMap((value, index): FormText[] => {
      const text = typeof value === "string" ? value.trim() : "";
      return text === "" ? [] : [{ text, cell: { sheet: sheet.name, row, column: index + 1 } }];
    });
}

interface Rows {
  readonly from: number;
  readonly to: number;
}

function findText(
  texts: TextsOf,
  { from, to }: Rows,
  wanted: (text: FormText) => boolean,
): FormText | undefined {
  for (let row = from; row <= to; row += 1) {
    const found = texts(row).find(wanted);
    if (found) return found;
  }
  return undefined;
}

function nextText(texts: TextsOf, { cell }: FormText): FormText | undefined {
  return texts(cell.row).find((text) => text.cell.column > cell.column);
}

const UNIT_LABEL = /^(?:预算|填报|实施|主管)?(?:部门|单位)(?:\((?:单位|部门)\))?(?:名称(?::|$)|:)/u;

/** 部门名称 | 某某中心, or both in one cell. */
function unitName(texts: TextsOf, rows: Rows): FormText | undefined {
  const plain = ({ text }: FormText) => text.normalize("NFKC").replace(/\s/gu, "");
  const label = findText(texts, rows, (text) => UNIT_LABEL.test(plain(text)));
  if (!label) return undefined;
  const name = plain(label).replace(UNIT_LABEL, "");
  return name === "" ? nextText(texts, label) : { text: name, cell: label.cell };
}

/** All lines below the heading, in case that they were not merged. */
function goal(texts: TextsOf, rows: Rows, { definition }: Column): FormText | undefined {
  const heading = definition.heading.at(-1) ?? "";
  const head = findText(texts, rows, ({ text }) => withoutRemark(text) === heading);
  if (!head) return undefined;
  const lines: FormText[] = [];
  for (let row = head.cell.row + 1; row <= rows.to; row += 1) {
    lines.push(...texts(row).filter(({ cell }) => cell.column === head.cell.column));
  }
  const [first] = lines;
  return first && { text: lines.map(({ text }) => text).join("\n"), cell: first.cell };
}

function readIndicators(
  sheet: SheetSnapshot,
  list: PlacedBlock,
  blocks: FormBlocks,
): readonly Indicator[] {
  const value = (row: number, { key }: Column): CellValue => {
    const column = list.columns.get(key);
    return column === undefined ? null : valueAt(sheet, { row, column });
  };
  const text = (row: number, column: Column) => plainText(value(row, column));
  const place = (row: number, { key }: Column) => ({
    sheet: sheet.name,
    row,
    column: list.columns.get(key) ?? 1,
  });
  let dimension: DimensionHeading = { name: "" };
  let category = "";
  return list.rows.flatMap(({ id, row }): Indicator[] => {
    if (!id.startsWith("list:")) return [];
    const ownDimension = text(row, blocks.dimension);
    const ownCategory = text(row, blocks.category);
    if (ownDimension !== "") {
      const read = readDimension(ownDimension);
      // A form broken over two pages prints the dimension again.
      if (read.name !== dimension.name) category = "";
      dimension = read;
    }
    if (ownCategory !== "") category = normaliseLabel(ownCategory);
    return [
      {
        rowId: id,
        dimension: dimension.name,
        ...(dimension.weight === undefined ? {} : { dimensionWeight: dimension.weight }),
        category,
        name: text(row, blocks.name),
        targetValue: value(row, blocks.targetValue),
        actualValue: likeTarget(value(row, blocks.actualValue), value(row, blocks.targetValue)),
        deviationReason: text(row, blocks.deviationReason),
        places: {
          target: place(row, blocks.targetValue),
          actual: place(row, blocks.actualValue),
          reason: place(row, blocks.deviationReason),
        },
      },
    ];
  });
}

/** 98.6% typed into a percentage cell is kept as 0.986; beside a target in per cent it is meant as one. */
function likeTarget(actual: CellValue, target: CellValue): CellValue {
  const isPercentage = typeof target === "string" && /[%％]/u.test(target);
  return isPercentage && typeof actual === "number"
    ? `${new Decimal(actual).times(100).toSignificantDigits(15).toFixed()}%`
    : actual;
}

function plainText(value: CellValue): string {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" ? String(value) : "";
}

const GRADE = /^等级:?(.*)$/u;

/** 等级：优 in whichever cell of the last row; or the grade beside its label, or alone in the last column. */
function readGrade(
  texts: TextsOf,
  list: PlacedBlock,
  { scoreTotal, deviationReason }: FormBlocks,
): FormText | undefined {
  const total = list.rows.find(({ id }) => id === scoreTotal.id);
  if (!total) return undefined;
  for (const found of texts(total.row)) {
    const grade = GRADE.exec(normaliseLabel(found.text))?.[1];
    if (grade === "") return nextText(texts, found);
    if (grade !== undefined) return { text: grade, cell: found.cell };
  }
  const column = list.columns.get(deviationReason.key);
  return texts(total.row).find(({ cell }) => cell.column === column);
}
