import { Decimal } from "decimal.js";
import type { Finding, Remedy } from "../../checking/finding";
import type { FindingLevel } from "../../template/templatePackage";
import { isDropped, type Figure, type FigureAt } from "../../disclosure/figure";
import { NO_RESULT } from "../../workbook/workbookSnapshot";
import type { GivenIndicator, Scoring } from "../scoring";

const ZERO = new Decimal(0);

interface EvaluationCheckMeta {
  readonly code: string;
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly level: FindingLevel;
  /** What its findings are where they are no 不符. */
  readonly state?: Finding["state"];
}

export interface EvaluationCheck {
  readonly meta: EvaluationCheckMeta;
  readonly find: (scoring: Scoring) => readonly Finding[];
}

/** A finding of the check: the cells that it speaks of, and both sides where there are two. */
type Found = (
  explanation: string,
  at: readonly FigureAt[],
  more?: Sides | { readonly remedy: Remedy },
) => Finding;

interface Sides {
  readonly left: Decimal;
  readonly right: Decimal;
}

export function evaluationCheck(
  meta: EvaluationCheckMeta,
  find: (scoring: Scoring, found: Found) => readonly Finding[],
): EvaluationCheck {
  return { meta, find: (scoring) => find(scoring, (...said) => finding(meta, ...said)) };
}

function finding(
  { code, id, title, level, state = "failed" }: EvaluationCheckMeta,
  ...[explanation, at, more]: Parameters<Found>
): Finding {
  return {
    code,
    id,
    state,
    level,
    kind: "figures",
    title,
    explanation,
    cells: at.flatMap(({ cell }) => (cell ? [cell] : [])),
    ...(more && ("remedy" in more ? more : printedSides(more))),
  };
}

function printedSides({ left, right }: Sides): Partial<Finding> {
  return {
    left: left.toFixed(),
    right: right.toFixed(),
    difference: left.minus(right).toFixed(),
    allowed: "0",
  };
}

export function amountOf({ figure }: FigureAt): Decimal | undefined {
  return figure.kind === "amount" ? figure.published : undefined;
}

export function isUnreadable({ figure }: FigureAt): boolean {
  return figure.kind === "unreadable" || figure.kind === "error";
}

/** One of weight and score says 不适用, the other does not: nobody knows whether the indicator counts. */
export function isHalfDropped({ isDropped: isWhole, weight, score }: GivenIndicator): boolean {
  return !isWhole && [weight, score].some(({ figure }) => isDropped(figure));
}

export function sum(figures: readonly FigureAt[]): Decimal {
  return figures.reduce((total, at) => total.plus(amountOf(at) ?? ZERO), ZERO);
}

/** `decimals` of money; points are printed with as many as they have. */
export function moreOrLess(left: Decimal, right: Decimal, decimals?: number): string {
  const difference = left.minus(right);
  return `${difference.isNegative() ? "少" : "多"} ${printAmount(difference.abs(), decimals)}`;
}

function printAmount(amount: Decimal, decimals: number | undefined): string {
  return decimals === undefined ? amount.toFixed() : amount.toFixed(decimals);
}

export function nameOf({ indicator }: GivenIndicator): string {
  return indicator.name === "" ? "（未写名称的指标）" : `“${indicator.name}”`;
}

export function printFigure(figure: Figure, decimals?: number): string {
  if (figure.kind === "amount") return printAmount(figure.published, decimals);
  if (figure.kind === "unreadable") return `“${figure.text}”`;
  if (figure.kind === "notApplicable") return `“${figure.text}”`;
  if (figure.kind !== "error") return "空白";
  return figure.error === NO_RESULT ? "没有结果的公式" : figure.error;
}
