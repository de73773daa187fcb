import type { Decimal } from "decimal.js";
import type { ClaimKind } from "../claim";
import type { PhrasingSet } from "../phrasing";
import type { Figures } from "./figures";

/** What the passage is about; no two of one topic stand in one text, for each has figures of its own. */
export const CLOSING_TOPICS = {
  whole: "收入支出决算总体情况说明",
  fiscal: "财政拨款支出决算情况说明",
  basic: "一般公共预算财政拨款基本支出决算情况说明",
  three: "财政拨款“三公”经费支出决算情况说明",
  fund: "政府性基金预算财政拨款支出决算情况说明",
  capital: "国有资本经营预算财政拨款支出决算情况说明",
  operating: "机关运行经费支出情况",
  procurement: "政府采购支出情况",
  assets: "国有资产占有使用情况",
  performance: "预算绩效管理工作开展情况",
} as const;

export type ClosingTopic = keyof typeof CLOSING_TOPICS;

/** Of last year's or a budget: {now} against {base}. The words 增加/减少 in the text are of it. */
export interface ChangePiece {
  readonly now: string;
  readonly base: string;
  readonly by?: string;
  readonly rate?: string;
  /** The rate has its sign: 差异率, 增减率. */
  readonly signed?: true;
  readonly text: string;
}

/** Two figures of which the text says that they are alike. */
export interface LevelPiece {
  readonly level: readonly [string, string];
  readonly word: string;
  readonly text: string;
}

/** On a base of nothing: as it should be, and with a rate {P} that nothing gives. */
export interface ZeroPiece {
  readonly sound: string;
  readonly slip: string;
}

export type Piece = string | ChangePiece | LevelPiece | ZeroPiece;

export type Relation =
  | { readonly total: string; readonly plus: readonly string[]; readonly minus: readonly string[] }
  | {
      readonly rate: string;
      readonly part: string;
      readonly whole: string;
      readonly kind: "share" | "completion";
      /** What it is divided by by mistake. */
      readonly wrong?: string | undefined;
    }
  /** Changes that make up a change, each with its direction. */
  | { readonly change: string; readonly of: readonly string[] }
  /** One amount under two names, or in two units. */
  | { readonly same: readonly [string, string] }
  /** A rate of nothing on nothing: the form prints it. */
  | { readonly nil: string };

export type Scene = Readonly<Record<string, Decimal | number | string>>;

/** A passage as a unit prints it, with figures of its own and all that it claims. */
export interface ClosingPhrasing {
  readonly set: Extract<PhrasingSet, "closing">;
  readonly topic: ClosingTopic;
  readonly kind: ClaimKind;
  readonly text: readonly Piece[];
  readonly figures: (draw: Figures) => Scene;
  readonly claims: readonly Relation[];
  /** Right, and does not look it. */
  readonly isOdd: boolean;
}

type Plain = Omit<ClosingPhrasing, "set" | "isOdd" | "claims"> & {
  readonly claims?: readonly Relation[];
};

export const closing = (phrasing: Plain): ClosingPhrasing => ({
  claims: [],
  ...phrasing,
  set: "closing",
  isOdd: false,
});

export const odd = (phrasing: Plain): ClosingPhrasing => ({ ...closing(phrasing), isOdd: true });

export const sum = (total: string, plus: string, minus = ""): Relation => ({
  total,
  plus: plus.split(" "),
  minus: minus === "" ? [] : minus.split(" "),
});

export const share = (rate: string, part: string, whole: string, wrong?: string): Relation => ({
  kind: "share",
  rate,
  part,
  whole,
  wrong,
});

/** The amount, its budget, and what else it may be divided by. */
export const completion = (
  rate: string,
  part: string,
  whole: string,
  wrong?: string,
): Relation => ({ kind: "completion", rate, part, whole, wrong });

export const changes = (change: string, of: string): Relation => ({ change, of: of.split(" ") });

export const same = (one: string, other: string): Relation => ({ same: [one, other] });

export const nil = (rate: string): Relation => ({ nil: rate });

/** `now`, what it is compared with, and where the change and its rate are printed. */
export const against = (
  [now, base]: readonly [string, string],
  text: string,
  { by, rate, signed }: Pick<ChangePiece, "by" | "rate" | "signed"> = {},
): ChangePiece => ({
  now,
  base,
  text,
  ...(by === undefined ? {} : { by }),
  ...(rate === undefined ? {} : { rate }),
  ...(signed === undefined ? {} : { signed }),
});

export const level = (pair: readonly [string, string], word: string, text: string): LevelPiece => ({
  level: pair,
  word,
  text,
});

export const zeroBase = (sound: string, slip: string): ZeroPiece => ({ sound, slip });
