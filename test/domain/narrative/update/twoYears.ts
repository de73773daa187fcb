import { Decimal } from "decimal.js";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import type { Disclosure } from "../../../../src/domain/disclosure/disclosure";
import { narrate } from "../../../../src/domain/narrative/narrate";
import { cityService } from "../../../golden/quanbiaoyoushu";
import { total, type BaseItem, type ThreePublic, type Unit, ZERO } from "../../../golden/unit";
import { totalsOf } from "../../../golden/unitTables";
import { workbookOf } from "../../../golden/unitWorkbook";
import { snapshotOf } from "../../../support/goldenWorkbook";
import { shippedTemplate } from "../../../support/native";

export const template = shippedTemplate();

const cents = (amount: Decimal) => amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
/** No two items move alike, so that cells with one figure last year have several this year. */
const factor = (index: number, shift: number) =>
  new Decimal(70 + ((index * 37 + shift * 11) % 61)).div(100);

function movedItem(item: BaseItem, index: number, shift: number): BaseItem {
  const moved = Object.entries(item.amounts).map(([part, amounts]) => [
    part,
    amounts.map((amount, place) => cents(amount.times(factor(index + place, shift)))),
  ]);
  return { ...item, amounts: Object.fromEntries(moved) as BaseItem["amounts"] };
}

function movedEconomic(unit: Unit, items: readonly BaseItem[]): Unit["economic"] {
  const basic = total(items.map(({ amounts }) => amounts.fiscalSpending[0] ?? ZERO));
  const all = total(Object.values(unit.economic));
  const codes = Object.keys(unit.economic);
  const moved = codes.map((code) => cents((unit.economic[code] ?? ZERO).times(basic).div(all)));
  const rest = basic.minus(total(moved));
  return Object.fromEntries(
    codes.map((code, index) => [
      code,
      index === 0 ? (moved[index] ?? ZERO).plus(rest) : (moved[index] ?? ZERO),
    ]),
  );
}

const fixed = (amount: Decimal) => amount.toFixed(2);

/** The same unit one year on. `answers` are those of 补充资料 that do not follow from last year's set. */
export function nextYear(
  unit: Unit,
  shift: number,
  answers: Readonly<Record<string, string>> = {},
): Unit {
  const items = unit.items.map((item, index) => movedItem(item, index, shift));
  const part = (amounts: ThreePublic, by: number): ThreePublic =>
    amounts.map((amount, index) =>
      cents(amount.times(factor(index + by, shift))),
    ) as unknown as ThreePublic;
  const before = totalsOf(unit);
  const { final } = unit.threePublic;
  const asked: Readonly<Record<string, string>> = {
    上年收入支出总计: fixed(before.grand),
    上年财政拨款收入支出总计: fixed(before.fiscalGrand),
    上年财政拨款支出: fixed(before.funds[0]?.spent ?? ZERO),
    "上年因公出国（境）费": fixed(final[0]),
    上年公务用车购置费: fixed(final[1]),
    上年公务用车运行维护费: fixed(final[2]),
    上年公务接待费: fixed(final[3]),
  };
  const moved = (label: string, answer: string, index: number) => {
    if (/^[0-9]+$/u.test(answer)) return String(Number(answer) + 1 + (index % 4));
    if (!/^[0-9,]+\.[0-9]+$/u.test(answer)) return answer;
    return fixed(cents(new Decimal(answer.replaceAll(",", "")).times(factor(index, shift + 3))));
  };
  return {
    ...unit,
    year: unit.year + 1,
    items,
    economic: movedEconomic(unit, items),
    threePublic: { budget: part(unit.threePublic.budget, 2), final: part(final, 5) },
    supplement: unit.supplement.map(({ label, answer }, index) => ({
      label,
      answer: answers[label] ?? asked[label] ?? moved(label, answer, index),
    })),
  };
}

export const disclosureOf = (unit: Unit): Disclosure =>
  recognise(snapshotOf(workbookOf(unit)), template.structure);

/** Our own sentences, a line each. */
export function narratedLines(disclosure: Disclosure): readonly string[] {
  return narrate(disclosure, template).flatMap(({ number, title, paragraphs }) => [
    `${number}、${title}`,
    ...paragraphs.map(({ text }) => text),
  ]);
}

export const lastYearUnit = cityService;
