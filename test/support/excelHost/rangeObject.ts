import {
  type CellRange,
  formatRange,
  MAX_COLUMN,
  MAX_ROW,
  parsePosition,
  parseRange,
  quoteSheetName,
  rangeContains,
} from "../../../src/domain/workbook/cellAddress";
import { moveFormula } from "../../../src/adapters/guard/formulaText";
import { positionsIn, rangeSize } from "../../../src/adapters/guard/planLimits";
import type { ExcelHost } from "./excelHost";
import { type HostMark, type HostSheet, withoutAreas } from "./hostSheet";
import { type HostObject, type HostProperty, HostRefusal } from "./protocol";

const LONGEST_ADDRESS = 8_192;
const MOST_CELLS = 5_000_000;
const MOST_MERGES = 512;

/** An address as Excel reads it: cut where it is too long, whole rows and columns too. */
export function readAddress(text: string): CellRange[] {
  const ranges = text.slice(0, LONGEST_ADDRESS).split(",").map(readArea);
  if (ranges.some((range) => range === undefined)) throw new HostRefusal("InvalidArgument");
  return ranges as CellRange[];
}

function readArea(text: string): CellRange | undefined {
  const rows = /^\$?(\d+):\$?(\d+)$/u.exec(text);
  if (rows) return { top: Number(rows[1]), left: 1, bottom: Number(rows[2]), right: MAX_COLUMN };
  const columns = /^([A-Z]+):([A-Z]+)$/u.exec(text);
  if (columns) {
    const area = parseRange(`${columns[1]!}1:${columns[2]!}1`);
    return area && { ...area, bottom: MAX_ROW };
  }
  return parseRange(text);
}

/** A Range, or with several areas a RangeAreas. */
export function rangeObject(
  host: ExcelHost,
  sheet: HostSheet,
  areas: readonly CellRange[],
): HostObject {
  const [first] = areas;
  if (!first) throw new HostRefusal("InvalidArgument");
  const { top, left, bottom, right } = first;
  const part = (range: CellRange) => rangeObject(host, sheet, [range]);
  const row = (index: number) => part({ top: top + index, left, bottom: top + index, right });
  const address = () =>
    areas.map((area) => `${quoteSheetName(sheet.name)}!${formatRange(area)}`).join(",");
  return {
    isRange: true,
    properties: {
      Address: { get: () => address().slice(0, LONGEST_ADDRESS) },
      AreaCount: { get: () => areas.length },
      RowIndex: { get: () => top - 1 },
      ColumnIndex: { get: () => left - 1 },
      RowCount: { get: () => bottom - top + 1 },
      ColumnCount: { get: () => right - left + 1 },
      CellCount: { get: () => rangeSize(first) },
      Values: matrix(host, sheet, first, (cell) => cell.result),
      Formulas: matrix(host, sheet, first, (cell) => cell.formula ?? cell.result),
      NumberFormat: numberFormat(host, sheet, first),
      ColumnHidden: {
        get: () => hiddenOf(sheet.hiddenColumns, left, right),
        set: (value) => {
          host.change(sheet, () => {
            hide(sheet.hiddenColumns, left, right, value);
          });
        },
      },
      RowHidden: {
        get: () => hiddenOf(sheet.hiddenRows, top, bottom),
        set: (value) => {
          host.change(sheet, () => {
            hide(sheet.hiddenRows, top, bottom, value);
          });
        },
      },
    },
    objects: {
      Format: () => rangeFormat(host, sheet, areas),
      ConditionalFormats: () => conditionalFormats(host, sheet, first),
      DataValidation: () => dataValidation(host, sheet, areas),
      Worksheet: () => worksheetOf(sheet),
    },
    methods: {
      _ValidateArraySize: (rows: number, columns: number) => {
        if (rows !== bottom - top + 1 || columns !== right - left + 1) {
          throw new HostRefusal("InvalidArgument");
        }
      },
      GetRow: row,
      GetBoundingRect: (other: HostObject) => {
        const read = (name: string) => Number(other.properties?.[name]?.get?.());
        return part({ top, left, bottom: read("RowIndex") + read("RowCount"), right });
      },
      GetUsedRangeOrNullObject: () => {
        const cells = [...sheet.cells.keys()]
          .flatMap((at) => parsePosition(at) ?? [])
          .filter((cell) => rangeContains(first, cell));
        if (cells.length === 0) return null;
        const rows = cells.map((cell) => cell.row);
        const columns = cells.map((cell) => cell.column);
        return part({
          top: Math.min(...rows),
          left: Math.min(...columns),
          bottom: Math.max(...rows),
          right: Math.max(...columns),
        });
      },
      GetMergedAreasOrNullObject: () => {
        const merges = sheet.merges.filter((merge) => merge.bottom >= top && merge.top <= bottom);
        if (merges.length > MOST_MERGES) throw new HostRefusal("GeneralException");
        return merges.length === 0 ? null : rangeObject(host, sheet, merges);
      },
      CopyFrom: (source: string, kind: string) => {
        const from = readAddress(source)[0]!;
        const formula = sheet.cell({ row: from.top, column: from.left })?.formula;
        if (kind !== "Formulas" || formula === undefined) throw new HostRefusal("InvalidArgument");
        host.change(sheet, () => {
          for (const cell of areas.flatMap((area) => [...positionsIn(area)])) {
            const copy = moveFormula(formula, cell.row - from.top, cell.column - from.left);
            sheet.enter(cell, copy);
          }
        });
      },
      Merge: () => {
        host.change(sheet, () => {
          sheet.merge(first);
        });
      },
      Insert: () => {
        host.moveRows(sheet, { kind: "insertRows", row: top, count: bottom - top + 1 });
        return part(first);
      },
      Delete: () => {
        host.moveRows(sheet, { kind: "deleteRows", row: top, count: bottom - top + 1 });
      },
      Select: () => {
        host.requireFront();
        host.selection = { sheet: sheet.name, range: first };
      },
    },
    since: { GetMergedAreasOrNullObject: "1.13" },
  };
}

function matrix(
  host: ExcelHost,
  sheet: HostSheet,
  range: CellRange,
  of: (cell: { formula?: string; result: unknown }) => unknown,
): HostProperty {
  return {
    get: () => {
      if (rangeSize(range) > Math.min(MOST_CELLS, host.moods.mostCells)) return null;
      return rows(range).map((row) =>
        columns(range).map((column) => {
          const cell = sheet.cell({ row, column });
          if (!cell) return "";
          const result = host.resultOf(sheet, { row, column }, cell);
          return of({ ...(cell.formula === undefined ? {} : { formula: cell.formula }), result });
        }),
      );
    },
    set: (value) => {
      host.change(sheet, () => {
        const lines = value as unknown[][];
        const fits =
          lines.length === range.bottom - range.top + 1 &&
          lines.every((line) => line.length === range.right - range.left + 1);
        if (!fits) throw new HostRefusal("InvalidArgument");
        lines.forEach((line, index) => {
          line.forEach((input, offset) => {
            sheet.enter({ row: range.top + index, column: range.left + offset }, input);
          });
        });
      });
    },
  };
}

function numberFormat(host: ExcelHost, sheet: HostSheet, range: CellRange): HostProperty {
  return {
    get: () =>
      rows(range).map((row) =>
        columns(range).map((column) => sheet.look({ row, column })["NumberFormat"] ?? "General"),
      ),
    set: (value) => {
      host.change(sheet, () => {
        for (const position of positionsIn(range)) {
          const own = Array.isArray(value)
            ? (value as unknown[][])[position.row - range.top]?.[position.column - range.left]
            : value;
          if (own !== null) sheet.setLook(position, "NumberFormat", own);
        }
      });
    },
  };
}

const span = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
const rows = ({ top, bottom }: CellRange) => span(top, bottom);
const columns = ({ left, right }: CellRange) => span(left, right);

function hide(lines: Set<number>, first: number, last: number, value: unknown): void {
  for (const line of span(first, last)) {
    if (value === true) lines.add(line);
    else lines.delete(line);
  }
}

function worksheetOf({ id, name }: HostSheet): HostObject {
  return { id, properties: { Id: { get: () => id }, Name: { get: () => name } } };
}

/** null where some are hidden and some are not. */
function hiddenOf(lines: Set<number>, first: number, last: number): boolean | null {
  const hidden = span(first, last).filter((line) => lines.has(line)).length;
  if (hidden === 0) return false;
  return hidden === last - first + 1 ? true : null;
}

function rangeFormat(host: ExcelHost, sheet: HostSheet, areas: readonly CellRange[]): HostObject {
  const look = (property: string): HostProperty => ({
    set: (value) => {
      host.change(sheet, () => {
        for (const area of areas) {
          if (rangeSize(area) > MOST_CELLS) throw new HostRefusal("OperationCellsExceedLimit");
          for (const position of positionsIn(area)) sheet.setLook(position, property, value);
        }
      });
    },
  });
  const sizes = (lines: Map<number, number>, of: (area: CellRange) => number[]): HostProperty => ({
    set: (value) => {
      host.change(sheet, () => {
        for (const line of areas.flatMap(of)) lines.set(line, Number(value));
      });
    },
  });
  const looks = (prefix: string, names: readonly string[]): HostObject => ({
    properties: Object.fromEntries(names.map((name) => [name, look(prefix + name)])),
  });
  const border = (side: unknown): HostObject => {
    const inner = areas.some(
      ({ top, left, bottom, right }) =>
        (side === "InsideVertical" && left === right) ||
        (side === "InsideHorizontal" && top === bottom),
    );
    if (inner) throw new HostRefusal("InvalidArgument");
    return looks(`Border.${String(side)}.`, ["Style", "Weight"]);
  };
  return {
    properties: {
      HorizontalAlignment: look("HorizontalAlignment"),
      VerticalAlignment: look("VerticalAlignment"),
      WrapText: look("WrapText"),
      IndentLevel: look("IndentLevel"),
      ColumnWidth: sizes(sheet.columnWidths, columns),
      RowHeight: sizes(sheet.rowHeights, rows),
    },
    objects: {
      Font: () => looks("Font.", ["Name", "Size", "Bold", "Italic", "Color"]),
      Fill: () => looks("Fill.", ["Color"]),
      Borders: () => ({ item: border }),
    },
  };
}

const markIds = new WeakMap<HostMark, string>();
let lastMark = 0;

function idOfMark(mark: HostMark): string {
  const id = markIds.get(mark) ?? `{${String((lastMark += 1)).padStart(8, "0")}}`;
  markIds.set(mark, id);
  return id;
}

function conditionalFormat(host: ExcelHost, sheet: HostSheet, mark: HostMark): HostObject {
  const isCustom = (mark.type ?? "Custom") === "Custom";
  const rule: HostObject = { properties: { Formula: { get: () => mark.formula ?? "" } } };
  const custom: HostObject = { objects: { Rule: () => rule } };
  return {
    id: idOfMark(mark),
    properties: {
      Id: { get: () => idOfMark(mark) },
      Type: { get: () => mark.type ?? "Custom" },
    },
    objects: {
      Custom: () => {
        if (!isCustom) throw new HostRefusal("InvalidOperation");
        return custom;
      },
      CustomOrNullObject: () => (isCustom ? custom : null),
    },
    methods: {
      Delete: () => {
        host.change(sheet, () => {
          sheet.marks = sheet.marks.filter((other) => other !== mark);
        });
      },
    },
  };
}

function conditionalFormats(host: ExcelHost, sheet: HostSheet, range: CellRange): HostObject {
  const own = () => sheet.marks.filter((mark) => overlap(mark.range, range));
  const find = (id: unknown) => {
    const mark = own().find((each) => idOfMark(each) === id);
    return mark ? conditionalFormat(host, sheet, mark) : null;
  };
  return {
    items: () => own().map((mark) => conditionalFormat(host, sheet, mark)),
    item: find,
    methods: {
      GetItem: find,
      GetItemOrNullObject: find,
      Add: (type: unknown) => {
        if (type !== "Custom") throw new HostRefusal("ApiNotFound");
        const mark: HostMark = { range, format: {} };
        host.change(sheet, () => {
          sheet.marks.push(mark);
        });
        const part = (prefix: string, names: readonly string[]): HostObject => ({
          properties: Object.fromEntries(
            names.map((name): [string, HostProperty] => [
              name,
              { set: (value) => void (mark.format[prefix + name] = value) },
            ]),
          ),
        });
        const format: HostObject = {
          objects: {
            Font: () => part("Font.", ["Bold", "Color"]),
            Fill: () => part("Fill.", ["Color"]),
          },
        };
        const rule: HostObject = {
          properties: { Formula: { set: (value) => void (mark.formula = String(value)) } },
        };
        return {
          objects: { Custom: () => ({ objects: { Rule: () => rule, Format: () => format } }) },
        };
      },
    },
    since: { GetItemOrNullObject: "1.14" },
  };
}

function overlap(one: CellRange, other: CellRange): boolean {
  return (
    one.top <= other.bottom &&
    one.bottom >= other.top &&
    one.left <= other.right &&
    one.right >= other.left
  );
}

function dataValidation(
  host: ExcelHost,
  sheet: HostSheet,
  areas: readonly CellRange[],
): HostObject {
  const setting = (name: string): HostProperty => ({
    set: (value) => {
      host.change(sheet, () => {
        for (const range of areas) {
          let own = sheet.validations.find(
            (each) => JSON.stringify(each.range) === JSON.stringify(range),
          );
          if (!own) {
            own = { range, settings: {} };
            // A cell has one validation.
            sheet.validations = [...withoutAreas(sheet.validations, [range]), own];
          }
          own.settings[name] = value;
        }
      });
    },
  });
  return {
    properties: {
      Rule: setting("Rule"),
      ErrorAlert: setting("ErrorAlert"),
    },
    methods: {
      Clear: () => {
        host.change(sheet, () => {
          sheet.validations = withoutAreas(sheet.validations, areas);
        });
      },
    },
  };
}
