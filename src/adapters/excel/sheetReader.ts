import { type CellRange, formatRange } from "../../domain/workbook/cellAddress";
import { CALCULATION_SHEETS } from "../../domain/workbook/resultSheets";
import type { ExcelRuns, Question } from "./excelRuns";
import { isGone, isTooLarge } from "./hostErrors";
import { type Block, EMPTY_SHEET, SheetContents } from "./sheetContents";

export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: string;
}

export interface WorkbookLook {
  readonly sheets: readonly ListedSheet[];
  /** By the key that was asked for; a sheet that is not there has none. */
  readonly contents: ReadonlyMap<string, SheetContents>;
  readonly isCalculating: boolean;
  readonly isManual: boolean;
}

/** Half of what Excel on the web answers at most: an answer is longer than what it holds. */
const ANSWER_BYTES = 2_500_000;
const CELLS_AT_ONCE = 50_000;
/** No table has as many; without formulas nothing in such a sheet changes unless somebody changes it. */
const LONG_SHEET = 20_000;

export function listSheets(context: Excel.RequestContext): () => ListedSheet[] {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name,items/visibility");
  return () => worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility }));
}

/** undefined: too many cells for one answer, or no longer those that the formulas are known of. */
function usedBlock(
  sheet: Excel.Worksheet,
  known: Block | undefined,
  isOwnReckoning: boolean,
): () => Block | null | undefined {
  if (known && isLongList(known)) return () => known;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.untrack();
  if (known && isOwnReckoning) {
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return () => (used.isNullObject ? null : stillStanding(used, known));
  }
  used.load("values,rowIndex,columnIndex");
  if (!known) used.load("formulas");
  return () => {
    if (used.isNullObject) return null;
    return known ? withFormulas(used, known) : blockOf(used);
  };
}

function isOwnReckoning({ name, visibility }: ListedSheet): boolean {
  return CALCULATION_SHEETS.includes(name) && visibility !== "Visible";
}

function isLongList({ values, formulas }: Block): boolean {
  if (values.length * (values[0]?.length ?? 0) <= LONG_SHEET) return false;
  return !formulas.some((line) => line.some(isFormula));
}

function isFormula(input: unknown): boolean {
  return typeof input === "string" && input.startsWith("=");
}

function blockOf(range: Excel.Range): Block | undefined {
  const { rowIndex, columnIndex } = range;
  // Typed as always there, but Excel leaves them out when they are too many.
  const values = range.values as unknown[][] | null;
  const formulas = range.formulas as unknown[][] | null;
  return values && formulas ? { rowIndex, columnIndex, values, formulas } : undefined;
}

function stillStanding(range: Excel.Range, known: Block): Block | undefined {
  const isAlike =
    range.rowIndex === known.rowIndex &&
    range.columnIndex === known.columnIndex &&
    range.rowCount === known.values.length &&
    range.columnCount === known.values[0]?.length;
  return isAlike ? known : undefined;
}

function withFormulas(range: Excel.Range, known: Block): Block | undefined {
  const { rowIndex, columnIndex } = range;
  const values = range.values as unknown[][] | null;
  const isAlike =
    values !== null &&
    rowIndex === known.rowIndex &&
    columnIndex === known.columnIndex &&
    values.length === known.values.length &&
    values[0]?.length === known.values[0]?.length;
  return isAlike ? { rowIndex, columnIndex, values, formulas: known.formulas } : undefined;
}

/** Reads whole sheets: all of them in one sync, unless they are more than one answer holds. */
export class SheetReader {
  private known: readonly string[] = [];
  private readonly lengths = new Map<string, number>();
  /** Of sheets of which one answer does not hold as many as of others. */
  private readonly cellsAtOnce = new Map<string, number>();
  /**
   * Formulas are most of what Excel answers, and no sheet's change without an event: looks that nobody asked for read
   * the values of all sheets, but the formulas of those alone that somebody worked on. Where the event is lost, the
   * formulas are late until the next one of that sheet, or a press.
   */
  private readonly remembered = new Map<string, Block>();
  /** Counts what was forgotten: an answer that was under way then may be older. */
  private turn = 0;
  private allForgottenAt = 0;
  private readonly forgottenAt = new Map<string, number>();
  private list = "";
  /** The hidden sheets behind 审核 and 说明, by id: between presses nobody but Excel itself needs the results there. */
  private ownReckoning = new Set<string>();

  constructor(private readonly runs: ExcelRuns) {}

  /**
   * Everything; one sync where the sheets are still those of the last time. `isTold`: whoever changes something makes
   * an event of it.
   */
  async readAll(pressed: boolean, isTold: boolean): Promise<WorkbookLook> {
    if (pressed || !isTold) this.forget();
    const first = await this.readKnown(pressed);
    const ids = first.sheets.map(({ id }) => id);
    this.known = ids;
    const missing = ids.filter((id) => !first.contents.has(id));
    if (missing.length === 0) return first;
    const more = await this.readSheets(missing, pressed);
    return { ...first, contents: new Map([...first.contents, ...more]) };
  }

  /** Formulas may be others by now: of one sheet, or of any. */
  forget(id?: string): void {
    this.turn += 1;
    if (id === undefined) {
      this.remembered.clear();
      this.forgottenAt.clear();
      this.allForgottenAt = this.turn;
    } else {
      this.remembered.delete(id);
      this.forgottenAt.set(id, this.turn);
    }
  }

  private remember(id: string, block: Block, asked: number): void {
    const forgotten = Math.max(this.allForgottenAt, this.forgottenAt.get(id) ?? 0);
    if (forgotten <= asked) this.remembered.set(id, block);
  }

  private async readKnown(pressed: boolean): Promise<WorkbookLook> {
    try {
      return await this.readLook(this.known, pressed, this.remembered);
    } catch (error) {
      if (this.known.length === 0 || !isGone(error)) throw error;
      return this.runs.look(this.question([]), pressed);
    }
  }

  /** Which sheets there are, and the contents of these, by name or id. */
  async readLook(
    keys: readonly string[],
    pressed: boolean,
    formulasKnown?: ReadonlyMap<string, Block>,
  ): Promise<WorkbookLook> {
    const portions = this.portions(keys);
    const first = portions.find(([key]) => key !== undefined && !this.isTooLong(key)) ?? [];
    const rest = portions.filter((portion) => portion !== first);
    try {
      const look = await this.runs.look(this.question(first, formulasKnown), pressed);
      const left = first.filter((key) => this.isTooLong(key));
      const more = await this.readPortions([...left.map((key) => [key]), ...rest], pressed);
      return { ...look, contents: new Map([...look.contents, ...more]) };
    } catch (error) {
      if (first.length === 0 || !isTooLarge(error)) throw error;
      const look = await this.runs.look(this.question([]), pressed);
      return { ...look, contents: await this.readPortions([...halves(first), ...rest], pressed) };
    }
  }

  /** By name or id. */
  async readSheets(
    keys: readonly string[],
    pressed: boolean,
  ): Promise<ReadonlyMap<string, SheetContents>> {
    return this.readPortions(this.portions(keys), pressed);
  }

  private async readPortions(
    portions: readonly (readonly string[])[],
    pressed: boolean,
  ): Promise<ReadonlyMap<string, SheetContents>> {
    const contents = new Map<string, SheetContents>();
    for (const keys of portions) {
      for (const [key, own] of await this.readPortion(keys, pressed)) contents.set(key, own);
    }
    return contents;
  }

  private async readPortion(
    keys: readonly string[],
    pressed: boolean,
  ): Promise<ReadonlyMap<string, SheetContents>> {
    const [only, ...others] = keys;
    if (only === undefined) return new Map();
    if (others.length === 0 && this.isTooLong(only)) return this.readByBands(only, pressed);
    try {
      const { contents } = await this.runs.look(this.question(keys), pressed);
      const left = keys.filter((key) => this.isTooLong(key));
      const more = await this.readPortions(
        left.map((key) => [key]),
        pressed,
      );
      return new Map([...contents, ...more]);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      if (others.length > 0) return this.readPortions(halves(keys), pressed);
      this.lengths.set(only, Number.POSITIVE_INFINITY);
      return this.readByBands(only, pressed);
    }
  }

  private isTooLong(key: string): boolean {
    return this.lengths.get(key) === Number.POSITIVE_INFINITY;
  }

  /** As many sheets at once as one answer holds; of a sheet that was never read nothing is known. */
  private portions(keys: readonly string[]): string[][] {
    const portions: string[][] = [];
    let length = Number.POSITIVE_INFINITY;
    for (const key of keys) {
      const own = this.lengths.get(key) ?? 0;
      if (length + own > ANSWER_BYTES) {
        portions.push([]);
        length = 0;
      }
      portions.at(-1)?.push(key);
      length += own;
    }
    return portions;
  }

  private question(
    keys: readonly string[],
    formulasKnown: ReadonlyMap<string, Block> = new Map(),
  ): Question<WorkbookLook> {
    return (context) => {
      const listed = listSheets(context);
      const { application } = context.workbook;
      application.load("calculationState,calculationMode");
      const asked = this.turn;
      const blocks = keys.map((key) => {
        const sheet = context.workbook.worksheets.getItemOrNullObject(key);
        const known = formulasKnown.get(key);
        return { key, sheet, known, block: usedBlock(sheet, known, this.ownReckoning.has(key)) };
      });
      return () => {
        const sheets = listed();
        const read = blocks.flatMap(({ key, sheet, known, block }) =>
          sheet.isNullObject ? [] : [{ key, known, own: block() }],
        );
        const list = JSON.stringify(sheets);
        // With rows or names the formulas of all sheets change.
        const isMoved =
          list !== this.list || read.some(({ known, own }) => known && own === undefined);
        this.list = list;
        const ours = sheets.filter(isOwnReckoning).map(({ id }) => id);
        this.ownReckoning = new Set(ours);
        if (isMoved) this.forget();
        const contents = new Map<string, SheetContents>();
        for (const { key, known, own } of read) {
          if (known) {
            if (own && !isMoved) contents.set(key, new SheetContents([own]));
            continue;
          }
          if (own === undefined) {
            this.lengths.set(key, Number.POSITIVE_INFINITY);
            continue;
          }
          this.lengths.set(key, own ? bytesOf([own.values, own.formulas]) : 0);
          contents.set(key, own ? new SheetContents([own]) : EMPTY_SHEET);
          if (own) this.remember(key, own, asked);
        }
        return {
          sheets,
          contents,
          isCalculating: application.calculationState !== "Done",
          isManual: application.calculationMode === "Manual",
        };
      };
    };
  }

  private async readByBands(
    key: string,
    pressed: boolean,
  ): Promise<ReadonlyMap<string, SheetContents>> {
    const used = await this.runs.look((context) => {
      const range = context.workbook.worksheets
        .getItemOrNullObject(key)
        .getUsedRangeOrNullObject(true);
      range.untrack();
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      return (): CellRange | undefined =>
        range.isNullObject
          ? undefined
          : {
              top: range.rowIndex + 1,
              left: range.columnIndex + 1,
              bottom: range.rowIndex + range.rowCount,
              right: range.columnIndex + range.columnCount,
            };
    }, pressed);
    if (!used) return new Map();
    return new Map([[key, new SheetContents(await this.readBand(key, used, pressed))]]);
  }

  private async readBand(key: string, band: CellRange, pressed: boolean): Promise<Block[]> {
    const height = band.bottom - band.top + 1;
    const width = band.right - band.left + 1;
    const cells = height * width;
    if (height === 1 || cells <= (this.cellsAtOnce.get(key) ?? CELLS_AT_ONCE)) {
      try {
        const block = await this.runs.look((context) => {
          const range = context.workbook.worksheets.getItem(key).getRange(formatRange(band));
          range.untrack();
          range.load("values,formulas,rowIndex,columnIndex");
          return () => blockOf(range);
        }, pressed);
        if (block) return [block];
      } catch (error) {
        if (!isTooLarge(error) || height === 1) throw error;
        this.cellsAtOnce.set(key, cells - 1);
      }
    }
    const middle = band.top + Math.floor(height / 2);
    return [
      ...(await this.readBand(key, { ...band, bottom: middle - 1 }, pressed)),
      ...(await this.readBand(key, { ...band, top: middle }, pressed)),
    ];
  }
}

/** As UTF-8. */
function bytesOf(answer: unknown): number {
  const text = JSON.stringify(answer);
  const wide = text.match(/[\u0800-\uffff]/gu)?.length ?? 0;
  return text.length + 2 * wide;
}

function halves(keys: readonly string[]): string[][] {
  if (keys.length === 1) return [[...keys]];
  const middle = Math.ceil(keys.length / 2);
  return [keys.slice(0, middle), keys.slice(middle)];
}
