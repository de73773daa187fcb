import type { Disclosure } from "../../../../src/domain/disclosure/disclosure";
import { checkWrittenText } from "../../../../src/application/checkWrittenText";
import { applyUpdate } from "../../../../src/domain/narrative/update/textUpdate";
import { updateText } from "../../../../src/domain/narrative/update/updateText";
import type { Unit } from "../../../golden/unit";
import { disclosureOf, lastYearUnit, narratedLines, nextYear, template } from "./twoYears";

const REASON = /原因|因为/u;

function updated(last: Disclosure, now: Disclosure, isLastGiven: boolean) {
  const source = narratedLines(last).join("\n");
  const sets = { template, current: now, ...(isLastGiven ? { lastYear: last } : {}) };
  return updateText(source, sets);
}

/** Lines that are as our own sentences of this year, of those without reasons; one that ends in a list of names is no figure's. */
function share(last: Unit, now: Unit, isLastGiven: boolean) {
  const [before, after] = [disclosureOf(last), disclosureOf(now)];
  const got = applyUpdate(updated(before, after, isLastGiven)).split("\n");
  const plain = narratedLines(after).flatMap((line, index) =>
    REASON.test(line) ? [] : [{ line, got: got[index] }],
  );
  return { different: plain.filter(({ line, got: own }) => own !== line), all: plain.length };
}

const first = nextYear(lastYearUnit, 1);
const second = nextYear(first, 2);

describe("our own sentences of last year become those of this year", () => {
  test.each<[string, Unit, Unit]>([
    ["one year on", lastYearUnit, first],
    ["another year on", first, second],
  ])("%s, with last year's set", (_, last, now) => {
    const { different, all } = share(last, now, true);
    expect(different).toEqual([]);
    expect(all).toBeGreaterThan(30);
  });

  test("without last year's set, what the words alone tell", () => {
    const { different, all } = share(lastYearUnit, first, false);
    expect(different.length / all).toBeLessThan(0.1);
  });
});

test.each([
  ["with last year's set", true],
  ["without", false],
])("nothing that the update wrote is wrong, %s", (_, isLastGiven) => {
  const [last, now] = [disclosureOf(lastYearUnit), disclosureOf(first)];
  const wrongIn = (text: string) =>
    checkWrittenText(text, now).claims.filter(({ verdict }) => verdict === "wrong");
  const text = applyUpdate(updated(last, now, isLastGiven));
  // The made-up answers of 补充资料 do not add up, in our own sentences neither.
  const own = wrongIn(narratedLines(now).join("\n")).map(({ explanation }) => explanation);
  expect(wrongIn(text).filter(({ explanation }) => !own.includes(explanation))).toEqual([]);
  expect(checkWrittenText(text, now).summary.right).toBeGreaterThan(60);
});

test("what is revoked stays as it was, and with all revoked the text is last year's", () => {
  const update = updated(disclosureOf(lastYearUnit), disclosureOf(first), true);
  const all = new Set(update.replacements.keys());
  expect(applyUpdate(update, all)).toBe(update.source);
  const [one] = update.replacements;
  const kept = applyUpdate(update, new Set([0]));
  expect(kept.slice(0, (one?.end ?? 0) + 1)).toBe(update.source.slice(0, (one?.end ?? 0) + 1));
  for (const { start, end, from } of update.replacements) {
    expect(update.source.slice(start, end)).toBe(from);
  }
});
