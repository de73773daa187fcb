import { RandomNumbers } from "../../../golden/randomNumbers";
import { overlaps } from "../claim";
import { globalsOf } from "../compose";
import { type Alteration, Draft } from "../draft";
import { judgeAll, type Judgement } from "../finish";
import { chineseNumber } from "../headings";
import { finishCase, type Injected, type Made, withErrors } from "../injection";
import type { PendingClaim } from "../pendingClaims";
import type { ProseCase } from "../proseCases";
import { drawStyle, type Style } from "../style";
import {
  alterAs,
  CLOSING_ERROR_KINDS,
  CLOSING_RULES,
  type ClosingErrorKind,
} from "./closingErrors";
import { FISCAL } from "./closingFiscal";
import { ODD } from "./closingOdd";
import { OTHERS } from "./closingOthers";
import { CLOSING_TOPICS, type ClosingPhrasing, type ClosingTopic } from "./closingPhrasing";
import { THREE } from "./closingThree";
import { TOTALS } from "./closingTotals";
import { Figures } from "./figures";
import { writePassage } from "./writePassage";

/* Written by somebody who had not seen the reader, in the way of other provinces than the tables of the other sets. */

export const CLOSING_PHRASINGS: readonly ClosingPhrasing[] = [
  ...TOTALS,
  ...FISCAL,
  ...THREE,
  ...OTHERS,
  ...ODD,
];

const UNITS = [
  "澜川县自然资源局",
  "渭滨镇人民政府",
  "临沅市卫生健康委员会",
  "东岭区司法局",
  "雁溪县教育局",
  "白石湖街道办事处",
];
const CASES_EACH = 7;
const SOUND = { usual: 3, odd: 5 };
const IN_ORDER = Object.keys(CLOSING_TOPICS) as ClosingTopic[];

/** Each phrasing some times as it should be, and some times with one error; some texts have others beside it. */
export function closingCases(seed: number): readonly ProseCase[] {
  const random = new RandomNumbers(seed);
  return CLOSING_PHRASINGS.flatMap((phrasing, index) =>
    Array.from({ length: CASES_EACH }, (_, at) => {
      const isSound = at < (phrasing.isOdd ? SOUND.odd : SOUND.usual);
      const id = `closing-${String(seed)}-${String(index)}-${String(at)}`;
      const kinds = isSound ? [] : kindsToTry(random, at === SOUND.usual);
      const { made, used } = makeCase(phrasing, kinds, random);
      const phrasings = used.map((each) => String(CLOSING_PHRASINGS.indexOf(each)));
      return finishCase({ id, set: "closing", phrasings }, made, random);
    }),
  );
}

interface Drawn {
  readonly made: Made<ClosingErrorKind>;
  readonly used: readonly ClosingPhrasing[];
}

const TEXTS_TRIED = 4;

/** The first of the kinds that the text can have; a sound text where it can have none. */
function makeCase(
  phrasing: ClosingPhrasing,
  kinds: readonly ClosingErrorKind[],
  random: RandomNumbers,
): Drawn {
  for (let attempt = 0; attempt < TEXTS_TRIED && kinds.length > 0; attempt += 1) {
    const text = new Text(phrasing, random);
    for (const kind of kinds) {
      const made = text.with([kind], random);
      if (made) return { made, used: text.used };
    }
  }
  const text = new Text(phrasing, random);
  const made = text.with([], random);
  if (!made) throw new Error("no text");
  return { made, used: text.used };
}

/** Nearly any figure can be these. */
const ANYWHERE: readonly ClosingErrorKind[] = ["unitSlip", "staleFigure", "swappedDigits"];
const SOMEWHERE = CLOSING_ERROR_KINDS.filter((kind) => !ANYWHERE.includes(kind));

/** What few texts can have comes first more often. */
function kindsToTry(random: RandomNumbers, isFirst: boolean): ClosingErrorKind[] {
  const kinds = random.chance(0.4)
    ? shuffled(CLOSING_ERROR_KINDS, random)
    : [...shuffled(SOMEWHERE, random), ...shuffled(ANYWHERE, random)];
  return isFirst ? ["zeroBaseRate", ...kinds] : kinds;
}

class Text {
  readonly used: readonly ClosingPhrasing[];
  private readonly seed: number;
  private readonly scale: number;
  private readonly style: Style;

  constructor(
    private readonly phrasing: ClosingPhrasing,
    random: RandomNumbers,
  ) {
    this.used = inOrder([phrasing, ...companions(phrasing, random)]);
    this.seed = random.integer(1, 2 ** 31 - 1);
    this.scale = random.pick([450, 1200, 1200, 6000, 48_000]) * 10_000;
    const style = drawStyle(random);
    this.style = { ...style, unit: style.unit === "元" ? "元" : "万元" };
  }

  with(
    kinds: readonly ClosingErrorKind[],
    random: RandomNumbers,
  ): Made<ClosingErrorKind> | undefined {
    const { style } = this;
    const wanted = kinds.map((kind): Injected<ClosingErrorKind> => {
      const {
        roles,
        claim,
      }: Omit<Injected<ClosingErrorKind>, "kind" | "alter"> = CLOSING_RULES[kind];
      return {
        kind,
        roles,
        claim,
        alter: (touch, touches) => alterAs(kind, touch, { touches, style, random }),
      };
    });
    const { own } = this.write(new Map());
    return withErrors(
      {
        write: (alterations) => this.write(alterations),
        random,
        mayBefall: ({ index }) => index >= own.from && index < own.to,
      },
      wanted,
    );
  }

  private write(alterations: ReadonlyMap<number, Alteration>) {
    const random = new RandomNumbers(this.seed);
    const unit = { name: random.pick(UNITS), year: random.integer(2019, 2024) };
    const globals = globalsOf(unit, this.style, random);
    const draft = new Draft(random, this.style, globals, alterations, false);
    const grain = random.chance(0.5) ? 1 : 10_000;
    const claims: PendingClaim[] = [];
    let own = { from: 0, to: 0 };
    this.used.forEach((phrasing, at) => {
      if (this.used.length > 1) {
        draft.plain(
          `${at > 0 ? "\n" : ""}${chineseNumber(at + 1)}、${CLOSING_TOPICS[phrasing.topic]}\n`,
        );
      }
      const from = draft.touches.length;
      claims.push(...writePassage(draft, phrasing, new Figures(random, this.scale, grain)));
      if (phrasing === this.phrasing) own = { from, to: draft.touches.length };
    });
    return { draft, judgement: withDoubts(judgeAll(draft, claims), draft), own };
  }
}

/** Whoever doubts what rests on a wrong figure is right to. */
function withDoubts({ claims, tolerated }: Judgement, { altered }: Draft): Judgement {
  const doubted = claims.filter((claim) =>
    [claim, ...claim.places].some((place) => altered.some((each) => overlaps(place, each))),
  );
  return { claims, tolerated: [...tolerated, ...doubted] };
}

/** Of these one a text: their figures are parts of one another. */
const BOUND: readonly (readonly ClosingTopic[])[] = [
  ["whole", "fiscal", "basic", "fund", "capital", "performance"],
  ["three", "assets"],
  ["basic", "operating"],
];

const mayStandTogether = (one: ClosingPhrasing, other: ClosingPhrasing): boolean =>
  one.topic !== other.topic &&
  BOUND.every((topics) => !topics.includes(one.topic) || !topics.includes(other.topic));

function companions(phrasing: ClosingPhrasing, random: RandomNumbers): ClosingPhrasing[] {
  const chosen: ClosingPhrasing[] = [];
  const wanted = random.pick([0, 0, 0, 1, 2]);
  while (chosen.length < wanted) {
    const other = random.pick(CLOSING_PHRASINGS);
    if ([phrasing, ...chosen].every((each) => mayStandTogether(each, other))) chosen.push(other);
  }
  return chosen;
}

const inOrder = (phrasings: readonly ClosingPhrasing[]) =>
  [...phrasings].sort((one, other) => IN_ORDER.indexOf(one.topic) - IN_ORDER.indexOf(other.topic));

function shuffled<T>(all: readonly T[], random: RandomNumbers): T[] {
  const left = [...all];
  return all.flatMap(() => left.splice(random.integer(0, left.length - 1), 1));
}
