import { type Golden, type GoldenSheet } from "../goldenText";

export type Rows = readonly (readonly string[])[];

/** One published table taken apart, so that its parts can be put together in another way. */
export interface Form {
  /** 01 to 09, as the 2020 edition counts. */
  readonly number: string;
  readonly sheetName: string;
  /** Title, table number, unit lines. */
  readonly above: Rows;
  readonly head: Rows;
  /** The row of 栏次, if there is one. */
  readonly columnNumbers: Rows;
  readonly rows: Rows;
  /** Notes and whatever follows. */
  readonly below: Rows;
}

export const FORM_SHEET = /^公开(\d\d)表$/u;
export const TREES: ReadonlySet<string> = new Set(["02", "03", "05", "08", "09"]);

const HEADS = new Set(["收入", "项目", "经济分类科目编码", "预算数"]);

export const bareText = (text: string | undefined): string =>
  (text ?? "").normalize("NFKC").replace(/\s/gu, "");

export function formsOf({ sheets }: Golden): Form[] {
  return sheets.flatMap((sheet) => {
    const [, number] = FORM_SHEET.exec(sheet.name) ?? [];
    return number === undefined ? [] : [formOf(number, sheet)];
  });
}

function formOf(number: string, { rows, name }: GoldenSheet): Form {
  const head = rows.findIndex(([first]) => HEADS.has(bareText(first)));
  const numbered = rows.findIndex(([first]) => ["栏次", "1"].includes(bareText(first)));
  const below = rows.findIndex(([first]) => bareText(first).startsWith("注:"));
  const body = numbered < 0 ? head + 1 : numbered + 1;
  return {
    number,
    sheetName: name,
    above: rows.slice(0, head),
    head: rows.slice(head, numbered < 0 ? body : numbered),
    columnNumbers: rows.slice(numbered < 0 ? body : numbered, body),
    rows: rows.slice(body, below),
    below: rows.slice(below),
  };
}

export function sheetRows({ above, head, columnNumbers, rows, below }: Form): Rows {
  return [...above, ...head, ...columnNumbers, ...rows, ...below];
}

export function sheetOf(form: Form): GoldenSheet {
  return { name: form.sheetName, rows: sheetRows(form) };
}

/** Every row of the form, head and furniture included. */
export function everyRow(form: Form, change: (row: readonly string[]) => readonly string[]): Form {
  return {
    ...form,
    above: form.above.map(change),
    head: form.head.map(change),
    columnNumbers: form.columnNumbers.map(change),
    rows: form.rows.map(change),
    below: form.below.map(change),
  };
}

/** What is printed as text anywhere; marks and figures stay. */
export function everyText(form: Form, change: (text: string) => string): Form {
  return everyRow(form, (row) => row.map((text) => (isMark(text) ? text : change(text))));
}

export const isMark = (text: string): boolean => text === "" || text === "<" || text === "^";

export const isCode = (text: string): boolean => /^'\d{3,7}$/u.test(text);

export const isFigure = (text: string): boolean =>
  /^-?(?:\d+|\d{1,3}(?:,\d{3})+)\.\d\d$/u.test(text);

export function headLabels(form: Form, change: (label: string, row: number) => string): Form {
  const changed = (row: readonly string[], index: number) =>
    row.map((text) => (isMark(text) ? text : change(text, index)));
  return { ...form, head: form.head.map(changed) };
}

/** Labels and names, not codes, numbers or figures. */
export function rowLabels(form: Form, change: (label: string) => string): Form {
  const isLabel = (text: string) => !isMark(text) && !/^[-'\s\d,.０-９]+$/u.test(text);
  return {
    ...form,
    rows: form.rows.map((row) => row.map((text) => (isLabel(text) ? change(text) : text))),
  };
}

export function figures(form: Form, change: (figure: string) => string): Form {
  return {
    ...form,
    rows: form.rows.map((row) => row.map((text) => (isFigure(text) ? change(text) : text))),
  };
}

/** Columns (from 0) that a head row's label stands over. */
export function columnsUnder(form: Form, label: string): number[] {
  return form.head.flatMap((row) =>
    row.flatMap((text, column) => (bareText(text) === label ? [column] : [])),
  );
}

/** One cell of each row becomes several, or none; marks keep merged areas whole. */
export function replaceColumn(
  form: Form,
  column: number,
  cells: (
    text: string,
    row: readonly string[],
    part: "above" | "head" | "body",
  ) => readonly string[],
): Form {
  const change = (part: "above" | "head" | "body") => (row: readonly string[]) => {
    const padded = Array.from({ length: Math.max(row.length, column + 1) }, (_, i) => row[i] ?? "");
    return [
      ...padded.slice(0, column),
      ...cells(padded[column] ?? "", row, part),
      ...padded.slice(column + 1),
    ];
  };
  return {
    ...form,
    above: form.above.map(change("above")),
    head: form.head.map(change("head")),
    columnNumbers: form.columnNumbers.map(change("body")),
    rows: form.rows.map(change("body")),
    below: form.below.map(change("above")),
  };
}

export const widthOf = (rows: Rows): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 0);
