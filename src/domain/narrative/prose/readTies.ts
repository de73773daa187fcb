import type { FoundClaim } from "./claim";
import { isOfOneFund } from "./fundContext";
import { inUnit, isPrinted, type KnownAmount, knownTotal, onlyOne } from "./known";
import type { Reading } from "./readings";
import { claimAt, print } from "./say";
import type { Role } from "./roles";
import type { Mention } from "./mention";
import { subjectOf, totalOf } from "./subjects";

/** What a person took from somewhere; what is computed from it has claims of its own. */
const TAKEN: ReadonlySet<Role> = new Set(["current", "budget", "previous"]);

/** Each amount of a text and the cell that it stands in; an amount that is named as a cell is and differs from it is wrong. */
export function readTies({ text }: Reading, known: readonly KnownAmount[]): readonly FoundClaim[] {
  return text.mentions.flatMap((mention): FoundClaim[] => {
    const { figure, role } = mention;
    if (figure.kind !== "money" || figure.isBound || !figure.value || figure.value.isZero()) {
      return [];
    }
    const tied = bestOf(
      known.filter(({ value }) => isPrinted(figure, value)),
      mention,
    );
    if (tied) return [told(mention, tied, "right", `与工作簿一致：${tied.words}。`)];
    if (!TAKEN.has(role)) return [];
    const isOther = isOfOneFund(totalOf(mention.subject), mention, text);
    const named = isOther ? undefined : (headlineFor(known, mention) ?? namesake(known, mention));
    if (!named) {
      return [told(mention, undefined, "cannot-be-checked", "工作簿里没有这个数，请核对来源。")];
    }
    const there = `${inUnit(named.value, figure)}${figure.unit}`;
    const words = `工作簿里${named.words}是${there}，文中为${print(figure)}，请核对。`;
    return [told(mention, named, "wrong", words)];
  });
}

/** Of several cells with one figure the one that the words name. */
function bestOf(candidates: readonly KnownAmount[], mention: Mention): KnownAmount | undefined {
  const alike = candidates.filter(({ role }) => role === mention.role);
  const among = alike.length > 0 ? alike : candidates;
  const total = totalOf(mention.subject);
  return (
    (total === undefined ? undefined : among.find((each) => each.total === total)) ??
    among.find(({ name }) => isNameOf(name, mention)) ??
    among[0]
  );
}

/** The amount that goes by the words of the text alone; undefined where the workbook has two of that name. */
function namesake(known: readonly KnownAmount[], mention: Mention): KnownAmount | undefined {
  if (mention.role !== "current") return undefined;
  return onlyOne(known.filter(({ name, role }) => role === "current" && isNameOf(name, mention)));
}

/** The total that the text names, where the workbook has one figure for it. */
function headlineFor(known: readonly KnownAmount[], mention: Mention): KnownAmount | undefined {
  const total = totalOf(mention.subject) ?? totalBeside(known, mention);
  return total === undefined ? undefined : knownTotal(known, total, mention.role);
}

/** 财政拨款支出75.40万元，年初预算66.93万元: the budget of what is certainly that total, and the other way round. */
function totalBeside(known: readonly KnownAmount[], mention: Mention): string | undefined {
  const { current, budget } = mention.statement;
  const beside = mention.role === "budget" ? current : budget;
  if (mention.subject !== "" || !beside || beside === mention) return undefined;
  const total = totalOf(beside.subject);
  if (total === undefined || mention.role === "previous") return undefined;
  const there = knownTotal(known, total, beside.role);
  return there && isPrinted(beside.figure, there.value) ? total : undefined;
}

function isNameOf(name: string | undefined, { subject }: Mention): boolean {
  return name !== undefined && subject.length >= 4 && bare(subjectOf(name)) === bare(subject);
}

const bare = (subject: string) => subject.replace(/合计$/u, "");

function told(
  mention: Mention,
  known: KnownAmount | undefined,
  verdict: FoundClaim["verdict"],
  explanation: string,
): FoundClaim {
  const recomputed = known ? inUnit(known.value, mention.figure) : "";
  return claimAt(mention, { kind: "equality", verdict, recomputed, explanation });
}
