import {
  movedFormula,
  movedMerge,
  movedRange,
  movedRow,
} from "../../../src/adapters/memory/rowEdits";
import {
  type CellPosition,
  type CellRange,
  formatPosition,
  parsePosition,
  rangeContains,
} from "../../../src/domain/workbook/cellAddress";
import type { RowEdit } from "../../../src/ports/workbookPorts";
import { enteredValue, type HostValue } from "./enteredValue";

export interface HostCell {
  /** null for a formula: its result is computed or fed, never kept. */
  value: HostValue;
  formula?: string;
}

export interface HostMark {
  range: CellRange;
  /** "Custom" where nothing else is said. */
  readonly type?: string;
  formula?: string;
  readonly format: Record<string, unknown>;
}

/** One sheet as Excel keeps it; what add-ins say of looks is kept by property, to be compared. */
export class HostSheet {
  visibility = "Visible";
  isProtected = false;
  cells = new Map<string, HostCell>();
  merges: CellRange[] = [];
  looks = new Map<string, Record<string, unknown>>();
  marks: HostMark[] = [];
  validations: { readonly range: CellRange; readonly settings: Record<string, unknown> }[] = [];
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenColumns = new Set<number>();
  readonly hiddenRows = new Set<number>();
  readonly pageLayout: Record<string, unknown> = {};
  readonly frozen: Record<string, unknown> = {};
  tabColor = "";

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(position: CellPosition): HostCell | undefined {
    return this.cells.get(formatPosition(position));
  }

  look(position: CellPosition): Record<string, unknown> {
    return this.looks.get(formatPosition(position)) ?? {};
  }

  setLook(position: CellPosition, property: string, value: unknown): void {
    const key = formatPosition(position);
    this.looks.set(key, { ...this.looks.get(key), [property]: value });
  }

  /** As if typed: Excel makes numbers and dates of texts that look like them. */
  enter(position: CellPosition, input: unknown): void {
    if (input === null || this.isCovered(position)) return;
    const key = formatPosition(position);
    const content = enteredValue(input, this.look(position)["NumberFormat"] === "@");
    if (content === undefined) this.cells.delete(key);
    else this.cells.set(key, content);
  }

  merge(range: CellRange): void {
    this.merges.push(range);
    for (const key of [...this.cells.keys()]) {
      if (this.isCovered(parsePosition(key)!)) this.cells.delete(key);
    }
  }

  private isCovered(position: CellPosition): boolean {
    return this.merges.some(
      (merge) =>
        rangeContains(merge, position) &&
        (merge.top !== position.row || merge.left !== position.column),
    );
  }

  usedRange(valuesOnly: boolean): CellRange | undefined {
    const filled = [...this.cells.keys(), ...(valuesOnly ? [] : this.looks.keys())].map((key) =>
      parsePosition(key)!,
    );
    const areas = [
      ...filled.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column })),
      ...(valuesOnly ? [] : this.merges),
    ];
    if (areas.length === 0) return undefined;
    return areas.reduce((all, area) => ({
      top: Math.min(all.top, area.top),
      left: Math.min(all.left, area.left),
      bottom: Math.max(all.bottom, area.bottom),
      right: Math.max(all.right, area.right),
    }));
  }

  moveRows(edit: RowEdit): void {
    const moved = <Entry>(entries: Map<string, Entry>) =>
      new Map(
        [...entries].flatMap(([key, entry]): [string, Entry][] => {
          const position = parsePosition(key)!;
          const row = movedRow(position.row, edit);
          return row === undefined ? [] : [[formatPosition({ ...position, row }), entry]];
        }),
      );
    this.cells = moved(this.cells);
    this.looks = moved(this.looks);
    const hidden = [...this.hiddenRows].flatMap((row) => movedRow(row, edit) ?? []);
    this.hiddenRows.clear();
    for (const row of hidden) this.hiddenRows.add(row);
    this.merges = this.merges.flatMap((merge) => movedMerge(merge, edit) ?? []);
    this.marks = this.marks.flatMap((mark) => {
      const range = movedRange(mark.range, edit);
      return range ? [Object.assign(mark, { range })] : [];
    });
    this.validations = this.validations.flatMap((each) => {
      const range = movedRange(each.range, edit);
      return range ? [{ ...each, range }] : [];
    });
  }

  moveReferences(edit: RowEdit): void {
    for (const cell of this.cells.values()) {
      if (cell.formula !== undefined) {
        cell.formula = `=${movedFormula(cell.formula.slice(1), this.name, edit)}`;
      }
    }
    for (const mark of this.marks) {
      if (mark.formula !== undefined) mark.formula = movedFormula(mark.formula, this.name, edit);
    }
  }
}

/** What is left of rules where these areas are cleared. */
export function withoutAreas<Rule extends { readonly range: CellRange }>(
  rules: readonly Rule[],
  areas: readonly CellRange[],
): Rule[] {
  return areas.reduce<Rule[]>(
    (left, area) =>
      left.flatMap((rule) => without(rule.range, area).map((range) => ({ ...rule, range }))),
    [...rules],
  );
}

function without(range: CellRange, area: CellRange): CellRange[] {
  const top = Math.max(range.top, area.top);
  const bottom = Math.min(range.bottom, area.bottom);
  const left = Math.max(range.left, area.left);
  const right = Math.min(range.right, area.right);
  if (bottom < top || right < left) return [range];
  return [
    { ...range, bottom: top - 1 },
    { ...range, top: bottom + 1 },
    { top, bottom, left: range.left, right: left - 1 },
    { top, bottom, left: right + 1, right: range.right },
  ].filter((rest) => rest.bottom >= rest.top && rest.right >= rest.left);
}
