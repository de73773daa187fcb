import { Decimal } from "decimal.js";
import { quantifiersOf, type Relation } from "../../../src/domain/checking/relation";
import { judge, tailUnits, type Verdict } from "../../../src/domain/checking/verdict";
import { parseExpression, parseRelation } from "../../../src/domain/expression/parse";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { scopeOver, type TypedCells } from "../expression/typedFigures";

const structure = readShippedTemplate("hunan-2020");

function relationOf(formula: string, more: { when?: string; allowed?: string } = {}): Relation {
  const comparing = parseRelation(formula, structure);
  const { when, allowed } = more;
  return {
    code: "K999",
    id: "example",
    level: "must-hold",
    formula,
    comparing,
    ...(when === undefined ? {} : { when: parseExpression(when, structure) }),
    ...(allowed === undefined ? {} : { allowed: parseExpression(allowed, structure) }),
    why: "",
    authority: { kind: "house" },
    each: quantifiersOf(comparing),
    definesTotal: false,
  };
}

function judged(relation: Relation, cells: TypedCells): Verdict {
  return judge(relation, {}, scopeOver(structure, cells));
}

test.each([
  [0, "0"],
  [1, "0"],
  [2, "0"],
  [3, "0.01"],
  [4, "0.01"],
  [5, "0.02"],
  [8, "0.03"],
  [12, "0.05"],
])("%i rounded figures explain a difference of %s at most", (terms, expected) => {
  expect(new Decimal("0.01").times(tailUnits(terms)).toFixed()).toBe(expected);
});

const ITEMS = "30201 30202 30203 30204 30205 30206 30207 30208 30209 30211 30213".split(" ");
const CHILDREN = relationOf(
  "一般公共预算财政拨款基本支出决算表[#302, 决算数] = SUM(一般公共预算财政拨款基本支出决算表[#302/下级, 决算数])",
);

/** 302 and so many of its items, each of 1.00; the total is off by so much. */
function itemsAnd(total: string, items: number, zeros = 0): TypedCells {
  const cell = (code: string) => `一般公共预算财政拨款基本支出决算表[#${code}, 决算数]`;
  return Object.fromEntries([
    [cell("302"), new Decimal(items).plus(total).toNumber()],
    ...ITEMS.slice(0, items).map((code) => [cell(code), 1] as const),
    ...ITEMS.slice(items, items + zeros).map((code) => [cell(code), 0] as const),
  ]);
}

test.each([
  ["equal", 7, "0", "passed"],
  ["within the proof of 3", 2, "0.01", "roundingTail"],
  ["one cent over the proof of 3", 2, "0.02", "failed"],
  ["within the proof of 4", 3, "0.01", "roundingTail"],
  ["one cent over the proof of 4", 3, "-0.02", "failed"],
  ["within the proof of 8", 7, "-0.03", "roundingTail"],
  ["one cent over the proof of 8", 7, "0.04", "failed"],
  ["within the proof of 12", 11, "0.05", "roundingTail"],
  ["one cent over the proof of 12", 11, "-0.06", "failed"],
])("%s: %i items and their total %s apart", (_name, items, apart, state) => {
  expect(judged(CHILDREN, itemsAnd(apart, items))).toMatchObject({ state, level: "must-hold" });
});

test("printed zeros may hide a tail, which is asked about and no more", () => {
  const verdict = judged(CHILDREN, itemsAnd("0.02", 2, 3));
  expect(verdict).toMatchObject({ state: "failed", level: "explain", doubt: "suspectedTail" });
  expect(verdict.allowed?.toFixed()).toBe("0.01");
});

test("beyond what the zeros can hide nothing is doubtful", () => {
  const verdict = judged(CHILDREN, itemsAnd("0.03", 2, 3));
  expect(verdict).toMatchObject({ state: "failed", level: "must-hold" });
  expect(verdict.doubt).toBeUndefined();
});

const A = "收入支出决算总表[本年收入合计, 决算数]";
const B = "收入决算表[合计, 本年收入合计]";
const SAME = relationOf(`${A} = ${B}`);

test.each([
  ["one cent apart are two prints of one figure", "75.41", "75.40", "explain", "twoPrints"],
  ["two cents apart are different figures", "75.42", "75.40", "must-hold", undefined],
])("%s", (_name, a, b, level, doubt) => {
  const verdict = judged(SAME, { [A]: a, [B]: b });
  expect(verdict).toMatchObject({ state: "failed", level });
  expect(verdict.doubt).toBe(doubt);
});

test.each([
  ["both blank", null, null, "notApplicable"],
  ["one blank against a zero", null, "0.00", "passed"],
  ["one blank against a figure", null, "75.40", "failed"],
  ["a stroke on both sides", "/", "—", "notApplicable"],
  ["a text that is no figure", "约75", "75.40", "undetermined"],
  ["an error value", { error: "#REF!" }, "75.40", "undetermined"],
  ["more decimals than published", 75.404, "75.40", "passed"],
])("%s", (_name, a, b, state) => {
  expect(judged(SAME, { [A]: a, [B]: b }).state).toBe(state);
});

test("a table that is missing leaves the relation undetermined, with the cause", () => {
  const verdict = judged(SAME, { [A]: "75.40" });
  expect(verdict.state).toBe("undetermined");
  expect(verdict.causes).toMatchObject([{ kind: "figure", term: { figure: { what: "table" } } }]);
});

test.each([
  ["the only cell of a side", SAME, { [A]: "见附件", [B]: "75.40" }],
  ["a side next to a text", SAME, { [A]: "见附件", [B]: "约75" }],
  ["one cell of many", relationOf(`${A} + ${B} = 1`), { [A]: "75.40", [B]: "见附件" }],
  ["a condition", relationOf(`${A} = 1`, { when: B }), { [A]: "1.00", [B]: "见附件" }],
])("a text in %s is named as the cause", (_name, relation, cells) => {
  const { state, causes } = judged(relation, cells);
  expect(state).toBe("undetermined");
  expect(causes).toContainEqual(
    expect.objectContaining({
      term: expect.objectContaining({ figure: { kind: "unreadable", text: "见附件" } }),
    }),
  );
});

test.each([
  ["≤", "1.00", "1.00", "passed"],
  ["≤", "1.01", "1.00", "failed"],
  ["≥", "1.01", "1.00", "passed"],
  ["<", "1.00", "1.00", "failed"],
  [">", "1.01", "1.00", "passed"],
  ["≠", "1.00", "1.00", "failed"],
  ["≠", "1.01", "1.00", "passed"],
])("a %s b for %s and %s: %s", (sign, a, b, state) => {
  expect(judged(relationOf(`${A} ${sign} ${B}`), { [A]: a, [B]: b }).state).toBe(state);
});

test.each([
  ["holds", "75.40", "failed"],
  ["does not hold", "0.00", "notApplicable"],
  ["cannot be told", "约75", "undetermined"],
])("a condition that %s", (_name, b, state) => {
  const relation = relationOf(`${A} = 1`, { when: `${B} > 0` });
  expect(judged(relation, { [A]: "2.00", [B]: b }).state).toBe(state);
});

test.each([
  ["within", "10.05", "roundingTail"],
  ["beyond", "10.06", "failed"],
])("a stated allowance: %s", (_name, a, state) => {
  const relation = relationOf(`${A} = ROUND(${B} × 2, 1)`, { allowed: "0.05" });
  expect(judged(relation, { [A]: a, [B]: "5.00" })).toMatchObject({ state, level: "must-hold" });
});
