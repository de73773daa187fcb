const u16 = (...numbers: number[]): number[] => numbers.flatMap((n) => [n & 0xff, (n >> 8) & 0xff]);
const u32 = (number: number): number[] => u16(number & 0xffff, number >>> 16);
const f64 = (number: number): number[] =>
  Array.from(new Uint8Array(Float64Array.of(number).buffer));

export const record = (type: number, ...content: number[]): number[] => [
  ...u16(type, content.length),
  ...content,
];
const UTF16 = (text: string): number[] => Array.from(Buffer.from(text, "utf16le"));

export const BIFF8 = 0x0600;
export const BIFF5 = 0x0500;
const SHEET = 0x10;
export const end = record(0x0a);
const begin = (version: number, kind: number): number[] =>
  version === BIFF8
    ? record(0x0809, ...u16(version, kind, 0, 0), ...u32(0), ...u32(0))
    : record(0x0809, ...u16(version, kind, 0, 0));

export const number = (row: number, column: number, value: number): number[] =>
  record(0x0203, ...u16(row, column, 0), ...f64(value));
export const label = (row: number, column: number, text: string): number[] =>
  record(0x0204, ...u16(row, column, 0, text.length), 1, ...UTF16(text));
/** A text of an old workbook, byte by byte as its code page has it. */
export const oldLabel = (row: number, column: number, bytes: readonly number[]): number[] =>
  record(0x0204, ...u16(row, column, 0, bytes.length), ...bytes);
export const shared = (row: number, column: number, index: number): number[] =>
  record(0xfd, ...u16(row, column, 0), ...u32(index));
export const bool = (row: number, column: number, value: number, isError = 0): number[] =>
  record(0x0205, ...u16(row, column, 0), value, isError);
/** Several numbers of hundredths side by side, whose last column may be a lie. */
export const numbers = (row: number, column: number, values: number[], last?: number): number[] =>
  record(
    0xbd,
    ...u16(row, column),
    ...values.flatMap((value) => [...u16(0), ...u32(((value * 100) << 2) | 3)]),
    ...u16(last ?? column + values.length - 1),
  );
export const merges = (count: number, ...areas: [number, number, number, number][]): number[] =>
  record(0xe5, ...u16(count), ...areas.flatMap((area) => u16(...area)));
export const strings = (count: number, ...texts: string[]): number[] =>
  record(
    0xfc,
    ...u32(count),
    ...u32(count),
    ...texts.flatMap((text) => [...u16(text.length), 1, ...UTF16(text)]),
  );
const SUM_B1_B2 = [0x25, ...u16(0, 1, 0xc001, 0xc001), 0x22, 1, ...u16(4)];
export const sum = (row: number, column: number, value: number): number[] =>
  record(
    0x06,
    ...u16(row, column, 0),
    ...f64(value),
    ...u16(0),
    ...u32(0),
    ...u16(SUM_B1_B2.length),
    ...SUM_B1_B2,
  );

interface SheetOptions {
  readonly name?: string | readonly number[];
  readonly visibility?: number;
  readonly kind?: number;
  readonly cells: readonly number[];
  /** In place of where the sheet begins. */
  readonly position?: number;
}

interface BookOptions {
  readonly version?: number;
  readonly globals?: readonly number[];
  /** In which order the sheets lie in the stream; their tabs stay as listed. */
  readonly order?: readonly number[];
}

/** The stream of a workbook, as raw as a test needs it. */
export function makeBiff(
  sheets: readonly SheetOptions[],
  { version = BIFF8, globals = [], order = sheets.map((_, index) => index) }: BookOptions = {},
): Uint8Array {
  const nameOf = (sheet: SheetOptions, index: number): number[] => {
    const name = sheet.name ?? `表${String(index + 1)}`;
    if (typeof name !== "string") return [name.length, ...name];
    return version === BIFF8
      ? [name.length, 1, ...UTF16(name)]
      : [name.length, ...Buffer.from(name)];
  };
  const lengths = sheets.map((sheet, index) => 4 + 6 + nameOf(sheet, index).length);
  const head = begin(version, 5);
  let at = head.length + globals.length + lengths.reduce((sum, each) => sum + each, 0) + end.length;
  const bodies = sheets.map(({ cells }) => [...begin(version, SHEET), ...cells, ...end]);
  const positions: number[] = [];
  for (const index of order) {
    positions[index] = at;
    at += bodies[index]?.length ?? 0;
  }
  const bounds = sheets.flatMap((sheet, index) =>
    record(
      0x85,
      ...u32(sheet.position ?? positions[index] ?? 0),
      sheet.visibility ?? 0,
      sheet.kind ?? 0,
      ...nameOf(sheet, index),
    ),
  );
  return Uint8Array.from([
    ...head,
    ...globals,
    ...bounds,
    ...end,
    ...order.flatMap((index) => bodies[index] ?? []),
  ]);
}
