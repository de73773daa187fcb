import type { TemplateProblem } from "./templateProblem";

/** What a reader returns for a value that it has reported. */
export const INVALID = Symbol("invalid");

export type Reader<T> = (value: unknown, path: string, problems: ProblemList) => T | typeof INVALID;

type Fields = Readonly<Record<string, Reader<unknown>>>;
type Read<R> = R extends Reader<infer T> ? T : never;
type ReadFields<R extends Fields, O extends Fields> = { readonly [K in keyof R]: Read<R[K]> } & {
  readonly [K in keyof O]?: Read<O[K]>;
};

const MOST_PROBLEMS = 100;
const MOST_KEYS = 200;

/** Keeps the first problems: a damaged file can have one per character. */
export class ProblemList {
  readonly all: TemplateProblem[] = [];

  add(path: string, message: string, suggestion?: string): typeof INVALID {
    if (this.all.length < MOST_PROBLEMS) {
      this.all.push(suggestion === undefined ? { path, message } : { path, message, suggestion });
    }
    return INVALID;
  }
}

export interface TextLimits {
  /** Characters; 200 when not said. */
  readonly most?: number;
  readonly pattern?: RegExp;
  /** What the pattern asks for, in words: 应为三到七位数字编码. */
  readonly patternMessage?: string;
}

export function text({ most = 200, pattern, patternMessage }: TextLimits = {}): Reader<string> {
  return (value, path, problems) => {
    if (typeof value !== "string") return problems.add(path, "应为文字");
    if (value.trim() === "") return problems.add(path, "不能为空");
    if (value.length > most) return problems.add(path, `文字过长，最多 ${most} 个字`);
    if (pattern !== undefined && !pattern.test(value)) {
      return problems.add(path, patternMessage ?? "写法不对");
    }
    return value;
  };
}

export function number(least: number, most: number, whole = true): Reader<number> {
  return (value, path, problems) =>
    typeof value === "number" &&
    value >= least &&
    value <= most &&
    (!whole || Number.isInteger(value))
      ? value
      : problems.add(path, `应为 ${least} 到 ${most} 之间的${whole ? "整数" : "数"}`);
}

export const truth: Reader<boolean> = (value, path, problems) =>
  typeof value === "boolean" ? value : problems.add(path, "应为 true 或 false");

export function oneOf<T extends string | number>(...choices: readonly T[]): Reader<T> {
  return (value, path, problems) =>
    choices.find((choice) => choice === value) ??
    problems.add(path, `应为以下之一：${choices.join("、")}`);
}

export function list<T>(item: Reader<T>, least = 0, most = 500): Reader<readonly T[]> {
  return (value, path, problems) => {
    if (!Array.isArray(value)) return problems.add(path, "应为列表");
    if (value.length < least) return problems.add(path, `至少要有 ${least} 项`);
    if (value.length > most) return problems.add(path, `项目过多，最多 ${most} 项`);
    const items = value.map((each: unknown, index) => item(each, `${path}[${index}]`, problems));
    return items.includes(INVALID) ? INVALID : (items as T[]);
  };
}

/** A table of texts by key; made without a prototype, so that no key reaches further than the table. */
export function record<T>(
  key: RegExp,
  keyMessage: string,
  item: Reader<T>,
  most = 20_000,
): Reader<Readonly<Record<string, T>>> {
  return (value, path, problems) => {
    if (!isPlainObject(value)) return problems.add(path, "应为对象");
    const keys = Object.keys(value);
    if (keys.length > most) return problems.add(path, `项目过多，最多 ${most} 项`);
    const result = Object.create(null) as Record<string, T>;
    let valid = true;
    for (const name of keys) {
      const place = join(path, name);
      const read = key.test(name)
        ? item(value[name], place, problems)
        : problems.add(place, keyMessage);
      if (read === INVALID) valid = false;
      else result[name] = read;
    }
    return valid ? result : INVALID;
  };
}

export function object<R extends Fields, O extends Fields>(
  required: R,
  optional: O,
): Reader<ReadFields<R, O>> {
  const known = new Set([...Object.keys(required), ...Object.keys(optional)]);
  return (value, path, problems) => {
    if (!isPlainObject(value)) return problems.add(path, "应为对象");
    const unknownKeys = Object.keys(value).filter((key) => !known.has(key));
    for (const key of unknownKeys.slice(0, MOST_KEYS)) {
      problems.add(join(path, key), "没有这样的项目", `可用的有：${[...known].join("、")}`);
    }
    let valid = unknownKeys.length === 0;
    const result: Record<string, unknown> = {};
    for (const [fields, needed] of [
      [required, true],
      [optional, false],
    ] as const) {
      for (const [key, reader] of Object.entries(fields)) {
        if (!Object.hasOwn(value, key)) {
          if (needed) valid = problems.add(join(path, key), "缺少此项") !== INVALID;
          continue;
        }
        const read = reader(value[key], join(path, key), problems);
        if (read === INVALID) valid = false;
        else result[key] = read;
      }
    }
    return valid ? (result as ReadFields<R, O>) : INVALID;
  };
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function join(path: string, key: string): string {
  const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
  return path === "" ? shown : `${path}.${shown}`;
}
