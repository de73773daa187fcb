import { checkProse } from "../../src/domain/narrative/prose/checkProse";
import type { BenchTable } from "./benchTable";
import { closingCases } from "./prose/closing/closingCases";
import { proseCases } from "./prose/proseCases";
import { scoreReader } from "./prose/scoreReader";
import { reachesGoals, scoreTable, totalsTable } from "./prose/scoreTable";

const SEED = 41;
const OPEN = 600;
const HELD_BACK = 300;
const CLOSING_SEEDS = [41, 42, 43];
const LONG_TEXT = 20_000;
const SLOWEST_MS = 1_000;

/** What the reader of texts finds of injected errors, and how much of what it reports is one. */
export function benchProse(table: BenchTable): readonly string[] {
  const open = proseCases({ seed: SEED, count: OPEN });
  const score = scoreReader(
    open,
    open.map(({ text }) => checkProse(text)),
  );
  const { errors, found, reported, justified } = score.all;
  table.demand(
    "核对文稿：查出 98%、报出的 99.5% 属实",
    `${String(errors)} 处差错查出 ${String(found)}，报出 ${String(reported)} 处属实 ${String(justified)}`,
    errors > 0 && reachesGoals(score.all),
  );
  const milliseconds = timeLongText(open.map(({ text }) => text));
  table.demand(
    `核对 ${String(LONG_TEXT)} 字的文稿`,
    `${milliseconds.toFixed(0)} 毫秒`,
    milliseconds <= SLOWEST_MS,
  );
  return [
    "写法见过的：",
    ...scoreTable(score),
    "",
    "没有见过的写法：",
    ...heldBackTable(),
    ...closingTables(),
  ];
}

/** Numbers only: whoever mends the reader must not see these texts. */
function heldBackTable(): readonly string[] {
  const cases = proseCases({ seed: SEED, count: HELD_BACK, heldBack: true });
  const answers = cases.map(({ text }) => checkProse(text));
  const score = scoreReader(cases, answers);
  return scoreTable({ ...score, falseAlarms: [], missed: [] });
}

/** By somebody who had not read the reader: totals alone. */
function closingTables(): readonly string[] {
  return CLOSING_SEEDS.flatMap((seed) => {
    const cases = closingCases(seed);
    const answers = cases.map(({ text }) => checkProse(text));
    const title = `结束时的写法（种子 ${String(seed)}，${String(cases.length)} 篇）：`;
    return ["", title, ...totalsTable(scoreReader(cases, answers))];
  });
}

function timeLongText(texts: readonly string[]): number {
  const text = texts.join("\n").slice(0, LONG_TEXT);
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    checkProse(text);
    return performance.now() - started;
  });
  return times.sort((one, other) => one - other)[2] ?? 0;
}
