import { RandomNumbers } from "../../golden/randomNumbers";
import { writeDocument } from "./document";
import { type Alteration, Draft } from "./draft";
import { Sections } from "./sections";
import { drawStyle, printCount, type Style } from "./style";
import { drawUnit, type UnitModel } from "./unitModel";
import { Headings } from "./headings";

export type Shape = "paragraphs" | "headed" | "document";

export interface Composition {
  readonly seed: number;
  readonly shape: Shape;
  readonly heldBack: boolean;
  readonly alterations: ReadonlyMap<number, Alteration>;
  /** What the text has in any case. */
  readonly topics?: readonly Topic[];
}

export interface Composed {
  readonly draft: Draft;
  readonly sections: Sections;
  readonly unit: UnitModel;
  readonly style: Style;
}

export type Topic = Exclude<
  { [Name in keyof Sections]: Sections[Name] extends () => void ? Name : never }[keyof Sections],
  undefined
>;

/** What may stand alone, most often what is most often wrong, in the order of the document; and its title. */
const TOPICS: Readonly<Record<Topic, readonly [number, string]>> = {
  total: [4, "收入支出决算总体情况说明"],
  revenue: [4, "收入决算情况说明"],
  revenueChanges: [3, "收入增减变动情况说明"],
  expenditure: [3, "支出决算情况说明"],
  fiscalTotal: [2, "财政拨款收入支出决算总体情况说明"],
  fiscalShare: [3, "财政拨款支出决算总体情况"],
  budgetAndLast: [3, "财政拨款支出预算执行和增减变动情况"],
  twoShares: [2, "财政拨款基本支出所占比重"],
  tree: [3, "财政拨款支出构成"],
  structure: [3, "财政拨款支出决算结构情况"],
  items: [4, "财政拨款支出决算具体情况"],
  twoBudgets: [2, "调整预算执行情况"],
  basic: [3, "财政拨款基本支出决算情况说明"],
  pair: [2, "人员经费和公用经费情况"],
  three: [3, "“三公”经费支出决算总体情况说明"],
  threeShares: [2, "“三公”经费支出决算具体情况说明"],
  vehicles: [2, "公务用车购置及运行维护费情况"],
  fund: [3, "政府性基金预算收入支出决算情况"],
  generalFund: [2, "一般公共预算财政拨款收支余情况"],
  closing: [2, "年末结转和结余情况"],
  capital: [1, "国有资本经营预算支出决算情况"],
  operating: [2, "机关运行经费支出说明"],
  meetings: [1, "一般性支出情况"],
  procurement: [2, "政府采购支出说明"],
  assets: [2, "国有资产占用情况说明"],
  performance: [1, "预算绩效情况说明"],
  wholeYear: [2, "全年预算安排情况"],
  basicChange: [3, "基本支出增减情况"],
  outside: [1, "财政拨款支出规模"],
  newSpending: [2, "新增支出情况"],
  trap: [3, "其他情况"],
  distractor: [1, "其他需要说明的情况"],
  introduction: [2, "单位基本情况"],
};

const IN_ORDER = Object.keys(TOPICS) as Topic[];
const WEIGHTED = IN_ORDER.flatMap((topic) => Array.from({ length: TOPICS[topic][0] }, () => topic));

/** The same text for the same seed, but for what is altered and what follows from it. */
export function compose(composition: Composition): Composed {
  const { seed, shape, heldBack, alterations, topics = [] } = composition;
  const random = new RandomNumbers(seed);
  const style = drawStyle(random);
  const unit = drawUnit(random, shape === "document" ? random.pick([4, 12, 28]) : 5);
  const draft = new Draft(random, style, globalsOf(unit, style, random), alterations, heldBack);
  const sections = new Sections(draft, unit);
  if (shape === "document") writeDocument(sections);
  else writeSome(sections, topics, shape === "headed");
  return { draft, sections, unit, style };
}

function writeSome(sections: Sections, topics: readonly Topic[], isHeaded: boolean): void {
  const { draft } = sections;
  const { random } = draft;
  const chosen = new Set<Topic>(topics);
  const wanted = isHeaded ? random.integer(3, 7) : random.pick([1, 1, 2, 2, 3, 4]);
  while (chosen.size < wanted) chosen.add(random.pick(WEIGHTED));
  const headings = new Headings(draft);
  IN_ORDER.filter((topic) => chosen.has(topic)).forEach((topic, at) => {
    if (at > 0) draft.plain("\n");
    if (isHeaded) headings.write(TOPICS[topic][1]);
    sections[topic]();
  });
}

export function globalsOf(
  unit: Pick<UnitModel, "year" | "name">,
  style: Style,
  random: RandomNumbers,
): Record<string, string> {
  const count = (from: number, to: number) => printCount(random.integer(from, to), "", style).text;
  const wide = (digits: number) => printCount(digits, "", style).text;
  const [open, close] = style.quotes;
  return {
    year: wide(unit.year),
    last: wide(unit.year - 1),
    next: wide(unit.year + 1),
    // Of papers: this year, or the year before.
    paper: String(unit.year - random.integer(0, 1)),
    unitName: unit.name,
    asOf: "截至",
    our: style.our,
    san: `${open}三公${close}`,
    Z: `${style.gap}${style.zero}${style.gap}${style.unit === "元" ? "元" : "万元"}`,
    NP: `0${style.percentSign}`,
    n0: wide(0),
    n1: count(5, 260),
    n2: count(10, 900),
    n3: count(1, 12),
    n4: count(3, 90),
    n9: count(88, 99),
  };
}
