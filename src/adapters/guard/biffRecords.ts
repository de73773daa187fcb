import { type SheetVisibility, WorkbookError } from "../../ports/workbookPorts";
import { FILE_LIMITS } from "./fileLimits";

export interface BiffSheet {
  /** Where the sheet's records begin in the stream. */
  readonly position: number;
  readonly visibility: SheetVisibility;
  readonly hasCells: boolean;
}

export interface BiffRecords {
  /** The stream up to its last record; what no reader of cells needs is made into records that say nothing. */
  readonly records: Uint8Array;
  /** In the order of their tabs. None in the old formats of a single sheet. */
  readonly sheets: readonly BiffSheet[];
}

const BEGIN = [0x0009, 0x0209, 0x0409, 0x0809];
const END = 0x000a;
const CONTINUE = 0x003c;
const FILE_PASS = 0x002f;
const CODE_PAGE = 0x0042;
const SHEET = 0x0085;
const MERGES = 0x00e5;
const STRINGS = 0x00fc;
const MANY_NUMBERS = 0x00bd;
const SHARED_FORMULA = 0x04bc;
const ARRAYS = [0x0021, 0x0221];
const FORMULAS = [0x0006, 0x0206, 0x0406];
/** Cells of one value: whole number, number, text, rich text, boolean or error, RK, shared string. */
const CELLS = [0x02, 0x03, 0x04, 0x05, 0x0203, 0x0204, 0xd6, 0x0205, 0x027e, 0xfd];
/** What formulas refer to: other sheets and names. */
const NAMES = [0x16, 0x17, 0x18, 0x0218, 0x23, 0x0223, 0x01ae];
const FORMULA_TEXTS = [0x07, 0x0207];
const TEXTS = [0x0204, 0xd6];
const OTHER_BOOK = 0x01ae;
const NEEDED: ReadonlySet<number> = new Set([
  ...BEGIN,
  END,
  CODE_PAGE,
  SHEET,
  MERGES,
  STRINGS,
  MANY_NUMBERS,
  SHARED_FORMULA,
  ...ARRAYS,
  ...FORMULAS,
  ...CELLS,
  ...NAMES,
  ...FORMULA_TEXTS,
]);
/** Page breaks: a record that readers pass by. */
const SAYS_NOTHING = 0x001a;

const WORKSHEET = 0;
const VISIBILITIES: readonly SheetVisibility[] = ["visible", "hidden", "veryHidden"];
const LAST_COLUMN = 255;
const BIFF8 = 0x0600;
const HEADER = 4;
/** A byte of a formula's code becomes so many characters at most, sheet names and functions included. */
const CHARACTERS_PER_BYTE = 8;
/** How often a reader may look for the seams of a string table while it reads it. */
const SEAM_CHECKS = 1_000_000_000;

function damaged(detail: string): never {
  throw new WorkbookError("damaged", `biff: ${detail}`);
}

/** Walks all records before any reader does: their lengths, how they nest, and what they may cost. */
class RecordWalk {
  readonly sheets: BiffSheet[] = [];
  private readonly data: DataView;
  private readonly begins = new Set<number>();
  private depth = 0;
  private isBiff8 = false;
  private cells = 0;
  private merges = 0;
  private formulaCharacters = 0;
  private textCharacters = 0;
  private longestShared = 0;
  private keepsContinues = false;
  private strings = { length: 0, seams: 0, isOpen: false };

  constructor(private readonly stream: Uint8Array) {
    this.data = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  }

  walk(): BiffRecords {
    let at = 0;
    while (at + HEADER <= this.stream.length) {
      const type = this.u16(at);
      // Behind the last sheet the stream is filled up.
      if (this.depth === 0 && !BEGIN.includes(type)) break;
      const length = this.u16(at + 2);
      const end = at + HEADER + length;
      if (end > this.stream.length) damaged("record cut off");
      this.visit(type, at, length);
      at = end;
    }
    if (at === 0) damaged("no records");
    if (this.depth > 0) damaged("sheet cut off");
    if (!this.sheets.every(({ position }) => this.begins.has(position))) damaged("sheet missing");
    return { records: this.stream.subarray(0, at), sheets: this.sheets };
  }

  private u16(at: number): number {
    return this.data.getUint16(at, true);
  }

  private visit(type: number, at: number, length: number): void {
    const from = at + HEADER;
    if (type === CONTINUE) {
      this.visitContinue(at, length);
      return;
    }
    this.strings.isOpen = type === STRINGS;
    const isKept = NEEDED.has(type) && !(type === CODE_PAGE && this.isBiff8);
    this.keepsContinues = isKept;
    if (!isKept) this.data.setUint16(at, SAYS_NOTHING, true);
    if (type === FILE_PASS) throw new WorkbookError("encrypted", "biff");
    if (BEGIN.includes(type)) this.begin(type, at, length);
    else if (type === END) this.depth -= 1;
    else if (type === SHEET) this.visitSheet(from, length);
    else if (type === MERGES) this.visitMerges(from, length);
    else if (type === STRINGS) this.strings = { length, seams: 0, isOpen: true };
    else this.visitCell(type, from, length);
  }

  private visitContinue(at: number, length: number): void {
    if (!this.keepsContinues) {
      this.data.setUint16(at, SAYS_NOTHING, true);
      return;
    }
    if (!this.strings.isOpen) return;
    this.strings.length += length;
    this.strings.seams += 1;
    if (this.strings.length * this.strings.seams > SEAM_CHECKS) {
      throw new WorkbookError("tooLarge", "string table");
    }
  }

  private begin(type: number, at: number, length: number): void {
    if (length < 4) damaged("begin of sheet");
    if (this.begins.size === 0) {
      this.isBiff8 = type === 0x0809 && this.u16(at + HEADER) === BIFF8;
    }
    this.begins.add(at);
    this.depth += 1;
    // Charts lie in sheets, and nothing in charts.
    if (this.depth > 4) throw new WorkbookError("hostile", "nested sheets");
  }

  private visitSheet(from: number, length: number): void {
    if (length < 8) damaged("sheet name");
    if (this.sheets.length >= FILE_LIMITS.sheets) throw new WorkbookError("tooLarge", "sheets");
    const position = this.data.getUint32(from, true);
    if (this.sheets.some((other) => other.position === position)) {
      throw new WorkbookError("hostile", "sheet twice");
    }
    this.sheets.push({
      position,
      visibility: VISIBILITIES[(this.stream[from + 4] ?? 0) & 3] ?? "veryHidden",
      hasCells: this.stream[from + 5] === WORKSHEET,
    });
  }

  private visitMerges(from: number, length: number): void {
    const count = length < 2 ? damaged("merges") : this.u16(from);
    if (length < 2 + count * 8) damaged("merges cut off");
    this.merges += count;
    if (this.merges > FILE_LIMITS.mergedCells) throw new WorkbookError("tooLarge", "merges");
  }

  private visitCell(type: number, from: number, length: number): void {
    if (TEXTS.includes(type)) this.visitText(from, length);
    else if (CELLS.includes(type)) this.count(from, length, 1);
    else if (FORMULA_TEXTS.includes(type)) this.spendText(length < 2 ? 0 : this.u16(from));
    else if (type === OTHER_BOOK) this.visitOtherBook(from, length);
    else if (FORMULAS.includes(type)) this.visitFormula(from, length);
    else if (type === MANY_NUMBERS) this.visitNumbers(from, length);
    else if (type === SHARED_FORMULA || ARRAYS.includes(type)) {
      this.longestShared = Math.max(this.longestShared, length);
      this.spendFormula(length);
    }
  }

  private count(from: number, length: number, cells: number): void {
    if (length < 6) damaged("cell cut off");
    if (this.u16(from + 2) > LAST_COLUMN) throw new WorkbookError("hostile", "column");
    this.cells += cells;
    if (this.cells > FILE_LIMITS.cells) throw new WorkbookError("tooLarge", "cells");
  }

  private visitText(from: number, length: number): void {
    this.count(from, length, 1);
    const letters = length < 8 ? damaged("text cut off") : this.u16(from + 6);
    const isWide = this.isBiff8 && ((this.stream[from + 8] ?? 0) & 1) === 1;
    const needed = 8 + letters * (isWide ? 2 : 1) + (this.isBiff8 && letters > 0 ? 1 : 0);
    if (needed > length) damaged("text cut off");
  }

  /** A formula's text may go on in other records, so that only all of them together have a bound. */
  private spendText(letters: number): void {
    this.textCharacters += letters;
    if (this.textCharacters > FILE_LIMITS.formulaCharacters) {
      throw new WorkbookError("tooLarge", "texts of formulas");
    }
  }

  /** Each sheet of another workbook that formulas point to is named; of this workbook none is. */
  private visitOtherBook(from: number, length: number): void {
    if (length > 4 && this.u16(from) > length) damaged("sheets of another workbook");
  }

  private visitNumbers(from: number, length: number): void {
    if (length < 12) damaged("cells cut off");
    const count = (length - 6) / 6;
    const last = this.u16(from + length - 2);
    if (last > LAST_COLUMN || last - this.u16(from + 2) + 1 !== count) {
      throw new WorkbookError("hostile", "row of numbers");
    }
    this.count(from, length, count);
  }

  private visitFormula(from: number, length: number): void {
    this.count(from, length, 1);
    this.spendFormula(Math.max(length, this.longestShared));
  }

  private spendFormula(length: number): void {
    this.formulaCharacters += length * CHARACTERS_PER_BYTE;
    if (this.formulaCharacters > FORMULA_BUDGET) throw new WorkbookError("tooLarge", "formulas");
  }
}

/** An estimate from above: several times what the texts may take. */
const FORMULA_BUDGET = FILE_LIMITS.formulaCharacters * 8;

/** Changes the stream: what is not needed is crossed out in place, since sheets are found by their position. */
export function guardBiff(stream: Uint8Array): BiffRecords {
  return new RecordWalk(stream).walk();
}
