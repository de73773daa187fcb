import {
  ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type IFunctionService,
  NumberValueObject,
  ValueObjectFactory,
} from "@univerjs/engine-formula";

type Argument = BaseValueObject | BaseReferenceObject;
type Calculate = (...values: Argument[]) => Argument;
type Executors = ReturnType<IFunctionService["getExecutors"]>;

/**
 * Looked up by code, a table of n rows makes the grid compare n times n cells, each with objects of its own: most of a
 * calculation. Here each range is read once. Whatever is not a plain text or code is left to the grid's own function.
 */
export function findTextsAtOnce(functions: Pick<IFunctionService, "getExecutor">): void {
  replace(
    functions,
    "SUMIF",
    (own) =>
      (...values) =>
        sumIf(own, values),
  );
  replace(
    functions,
    "COUNTIF",
    (own) =>
      (...values) =>
        countIf(own, values),
  );
  replace(
    functions,
    "COUNTIFS",
    (own) =>
      (...values) =>
        countIf(own, values),
  );
}

type Name = Parameters<Executors["get"]>[0];

function replace(
  functions: Pick<IFunctionService, "getExecutor">,
  name: Name,
  faster: (own: Calculate) => Calculate,
): void {
  const executor = functions.getExecutor(name);
  if (!executor || Object.hasOwn(executor, "calculate")) return;

  executor.calculate = faster((executor.calculate as Calculate).bind(executor));
}

function sumIf(own: Calculate, values: readonly Argument[]): Argument {
  const [range, criteria, figures] = values;
  if (!range || !criteria || !figures) return own(...values);
  const [wanted, cells, summed] = [wantedOf(criteria), cellsOf(range), cellsOf(figures)];
  if (!wanted || !cells || summed?.length !== cells.length) return own(...values);
  return answers(wanted, (criterion) => {
    const rows = findRows(cells, criterion);
    return rows ? sumOf(rows.map((row) => summed[row]?.[0])) : own(range, criterion, figures);
  });
}

/** Pairs of a range and what it is asked for: texts, and signs of figures beside them. */
function countIf(own: Calculate, values: readonly Argument[]): Argument {
  const [range, criteria, ...conditions] = values;
  if (!range || !criteria) return own(...values);
  const [wanted, cells] = [wantedOf(criteria), cellsOf(range)];
  if (!wanted || !cells) return own(...values);
  const tests: ((row: number) => boolean)[] = [];
  for (let at = 0; at < conditions.length; at += 2) {
    const [figures, sign] = [conditions[at], conditions[at + 1]];
    const compared = figures && cellsOf(figures);
    const operator = sign && signOf(sign);
    if (!operator || compared?.length !== cells.length) return own(...values);
    tests.push((row) => isSigned(compared[row]?.[0], operator));
  }
  return answers(wanted, (criterion) => {
    const rows = findRows(cells, criterion);
    if (!rows) return own(range, criterion, ...conditions);
    const count = rows.filter((row) => tests.every((test) => test(row))).length;
    return NumberValueObject.create(count);
  });
}

/** Each criterion is answered once, however often it stands in the list. */
function answers(
  wanted: BaseValueObject | ArrayValueObject,
  answer: (criterion: BaseValueObject) => Argument,
): Argument {
  if (!(wanted instanceof ArrayValueObject)) return answer(wanted);
  const answered = new Map<unknown, BaseValueObject>();
  return wanted.mapValue((criterion) => {
    const key = criterion.getValue();
    const found = answered.get(key) ?? (answer(criterion) as BaseValueObject);
    answered.set(key, found);
    return found;
  });
}

/** One criterion or a column of them. */
function wantedOf(criteria: Argument): BaseValueObject | ArrayValueObject | undefined {
  const wanted = criteria.isReferenceObject()
    ? (criteria as BaseReferenceObject).toArrayValueObject()
    : (criteria as BaseValueObject);
  if (!(wanted instanceof ArrayValueObject)) return wanted;
  if (wanted.getColumnCount() !== 1) return undefined;
  return wanted.getRowCount() === 1 ? (wanted.get(0, 0) ?? undefined) : wanted;
}

type Cell = ReturnType<ArrayValueObject["get"]>;
type Cells = readonly Cell[][];

/** A column of a sheet. */
function cellsOf(range: Argument): Cells | undefined {
  if (!range.isReferenceObject()) return undefined;
  const array = (range as BaseReferenceObject).toArrayValueObject();
  return array.getColumnCount() === 1 ? array.getArrayValue() : undefined;
}

interface Places {
  readonly numbers: ReadonlyMap<number, readonly number[]>;
  readonly texts: ReadonlyMap<string, readonly number[]>;
}

/** The grid hands out the same cells until they change. */
const known = new WeakMap<Cells, Places | "other">();

function placesOf(cells: Cells): Places | "other" {
  const found = known.get(cells) ?? findPlaces(cells);
  known.set(cells, found);
  return found;
}

function findPlaces(cells: Cells): Places | "other" {
  const numbers = new Map<number, number[]>();
  const texts = new Map<string, number[]>();
  for (const [row, [cell]] of cells.entries()) {
    if (!cell || cell.isNull()) continue;
    if (!cell.isString() && !cell.isNumber()) return "other";
    const number = numberOf(cell);
    if (number !== undefined) put(numbers, number, row);
    else if (cell.isNumber()) return "other";
    if (cell.isString()) put(texts, String(cell.getValue()).toLowerCase(), row);
  }
  return { numbers, texts };
}

function put<Key>(places: Map<Key, number[]>, key: Key, row: number): void {
  const rows = places.get(key);
  if (rows) rows.push(row);
  else places.set(key, [row]);
}

/** A number or a text that reads as one: a code. */
function numberOf(value: BaseValueObject): number | undefined {
  if (value.isString() && value.getValue() === "") return undefined;
  const number = value.isNumber() ? value : value.convertToNumberObjectValue();
  const raw = number.isNumber() ? number.getValue() : undefined;
  return typeof raw === "number" && Number.isFinite(raw) ? raw : undefined;
}

const NONE: readonly number[] = [];
const SPECIAL = /^[=<>]|[*?~]/u;

/** Undefined where the grid must look itself: blanks, comparisons, wildcards. */
function findRows(cells: Cells, criterion: BaseValueObject): readonly number[] | undefined {
  const places = placesOf(cells);
  if (places === "other" || !(criterion.isString() || criterion.isNumber())) return undefined;
  const text = String(criterion.getValue());
  if (text === "" || SPECIAL.test(text)) return undefined;
  const meant = ValueObjectFactory.create(text);
  const number = numberOf(meant);
  if (meant.isNumber()) {
    return number === undefined || number === 0 ? undefined : (places.numbers.get(number) ?? NONE);
  }
  if (!meant.isString() || meant.convertToNumberObjectValue().isNumber()) return undefined;
  return places.texts.get(text.toLowerCase()) ?? NONE;
}

function sumOf(picked: Cell[]): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: [picked.map((cell) => cell ?? null)],
    rowCount: 1,
    columnCount: picked.length,
    unitId: "",
    sheetId: "",
    row: 0,
    column: 0,
  }).sum();
}

const ZERO = NumberValueObject.create(0);
type Sign = ">" | "<";

function signOf(criterion: Argument): Sign | undefined {
  const text = criterion.isReferenceObject()
    ? undefined
    : (criterion as BaseValueObject).getValue();
  return text === ">0" ? ">" : text === "<0" ? "<" : undefined;
}

function isSigned(cell: Cell, sign: Sign): boolean {
  return !!cell && cell.isNumber() && cell.compare(ZERO, sign as never).getValue() === true;
}
