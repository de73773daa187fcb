import { cpus, loadavg } from "node:os";
import { Workbook } from "exceljs";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { checkDisclosure, judgeAll, scopeOf } from "../../src/domain/checking/checkDisclosure";
import { startCheck } from "../../src/domain/checking/incrementalCheck";
import { findSuspects } from "../../src/domain/checking/suspects/findSuspects";
import type { State, Verdict } from "../../src/domain/checking/verdict";
import { changedFigures } from "../../src/domain/disclosure/changedFigures";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { planOf } from "../support/goldenPlan";
import { snapshotOf } from "../support/goldenWorkbook";
import { countFormulas, shippedTemplate } from "../support/native";
import { HyperFormulaPeer, peerSheets } from "./hyperFormulaPeer";
import { edited, figureCells, largeGolden, randomEdits } from "./largeUnit";
import { byTurns, milliseconds, spreadOf, type Spread } from "./measure";
import { measurePage } from "./page/benchPage";
import { soundWorkbooks } from "./soundWorkbooks";
import { measureSuspects, type Suspect } from "./suspectRates";
import { suspectTable } from "./suspectTable";
import { startWarmWorker } from "./warmWorker";

type Print = (line: string) => void;

const template = shippedTemplate();
const { structure } = template;
/** Wrong figures, so that there are findings to put into words. */
const FLAWS = 12;
/** On a quiet machine; elsewhere only the ratios say something. */
const EDIT_BUDGET: Spread = { median: 0.15, p95: 0.25 };
const FILE_BUDGET = 1.3;

export async function bench(print: Print): Promise<number> {
  const results: boolean[] = [];
  const row: Row = (what, ours, theirs, most, ratio) => {
    const isWithin = ratio === undefined || most === undefined || ratio <= most;
    results.push(isWithin);
    const bar = most === undefined ? "" : `≤ ${most.toFixed(2)} ${isWithin ? "达到" : "超出"}`;
    print(`| ${what} | ${ours} | ${theirs} | ${ratio?.toFixed(2) ?? ""} | ${bar} |`);
  };
  const load = loadavg()[0] ?? 0;
  print(`${String(cpus().length)} 个处理器，开始时负载 ${load.toFixed(1)}；负载高时只看比值。`);
  await benchChecks({ items: 10, builds: 50, edits: 300 }, print, row);
  await benchChecks({ items: 230, builds: 25, edits: 300, most: 1 }, print, row);
  await benchChecks({ items: 4000, builds: 5, edits: 30 }, print, row);
  print("");
  print("| 其余 | 本程序 | 对照 | 比值 | 上限 |");
  print("| --- | --- | --- | --- | --- |");
  await benchFiles(row);
  benchLayout(row);
  await benchPage(row, print);
  results.push(benchSuspects(print));
  return results.every(Boolean) ? 0 : 1;
}

/** Errors of each kind. */
const ERRORS = 60;
const RANDOM_UNITS = 9;
const FIRST_RATE = 0.95;

function benchSuspects(print: Print): boolean {
  const { rows } = measureSuspects({
    workbooks: soundWorkbooks(RANDOM_UNITS, 60),
    template,
    perKind: ERRORS,
    suspectsOf: suspectsIn,
  });
  print("");
  for (const line of suspectTable(rows)) print(line);
  const all = rows.find(({ kind, seen }) => kind === "all" && seen === "several");
  const { errors = 0, listed = 0, first = 0 } = all ?? {};
  const isWithin = errors > 0 && listed === errors && first >= FIRST_RATE * errors;
  print(
    `两条以上关系里的：全部列入、${String(FIRST_RATE * 100)}% 排第一，${isWithin ? "达到" : "没有达到"}。`,
  );
  return isWithin;
}

function suspectsIn(snapshot: WorkbookSnapshot): Suspect[] {
  const disclosure = recognise(snapshot, structure);
  const verdicts = judgeAll(template, scopeOf(disclosure, template));
  const unit = 10 ** structure.definition.decimals;
  return findSuspects(verdicts, disclosure, template).flatMap(({ suspects }) =>
    suspects.map(({ changes }) => ({
      cells: changes.map(({ cell: { cell }, after }) => ({ cell, after: after / unit })),
    })),
  );
}

type Row = (what: string, ours: string, theirs: string, most?: number, ratio?: number) => void;

const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

interface Size {
  readonly items: number;
  readonly builds: number;
  /** Of one cell, each on top of the ones before. */
  readonly edits: number;
  /** The bar; only printed where there is none. */
  readonly most?: number;
}

/** Beyond this a person who types would notice. */
const FINDINGS_BUDGET_MS = 150;
const OPENING_BUDGET = 1.3;

async function benchPage(row: Row, print: Print): Promise<void> {
  const results = await measurePage();
  if (!results) {
    print("| 网页 | 没有 Chromium，没有测 |  |  |  |");
    return;
  }
  const { interactive, codes, formulas, findings, grid } = results;
  const { ours, theirs } = interactive;
  row(
    "打开网页到窗格可用（对照：只有同样的 Fluent 组件）",
    spread(ours),
    spread(theirs),
    OPENING_BUDGET,
    ours.median / theirs.median,
  );
  row(
    `网页里改一个数（${String(codes)} 个科目，${formulas.toLocaleString("en")} 个公式）到审核结果显示（对照：150 ms）`,
    spread(findings),
    ms(FINDINGS_BUDGET_MS),
    1,
    findings.median / FINDINGS_BUDGET_MS,
  );
  row("同一处修改，到表格自己算完、画完", spread(grid), "");
}

const spread = ({ median, p95 }: Spread) => `${ms(median)}（p95 ${ms(p95)}）`;

async function benchChecks(size: Size, print: Print, row: Row): Promise<void> {
  const { items, builds, most } = size;
  const sound = snapshotOf(largeGolden(items));
  const cells = figureCells(recognise(sound, structure));
  const flaws = randomEdits(recognise(sound, structure), FLAWS, 1);
  const snapshot = edited(sound, flaws);
  const disclosure = recognise(snapshot, structure);
  const report = checkDisclosure(disclosure, template);
  const sheets = peerSheets(snapshot, report.verdicts, scopeOf(disclosure, template));
  const peer = new HyperFormulaPeer(sheets);
  assertAgreement(report.verdicts, peer.states());

  print("");
  print(
    `| ${cells.length.toLocaleString("en")} 个数，${report.verdicts.length.toLocaleString("en")} 条关系，问题 ${String(report.findings.length)} 个 | 本程序 | HyperFormula | 比值 | 上限 |`,
  );
  print("| --- | --- | --- | --- | --- |");

  const build = await byTurns(
    builds,
    () => checkDisclosure(recognise(snapshot, structure), template),
    () => {
      const built = new HyperFormulaPeer(sheets);
      built.states();
      built.stop();
    },
  );
  row(
    "认表并全部审核（含逐条说明、表样）",
    ms(build.ours.median),
    ms(build.theirs.median),
    most,
    build.ours.median / build.theirs.median,
  );
  benchEdits(snapshot, peer, size, row);
}

function benchEdits(
  first: WorkbookSnapshot,
  peer: HyperFormulaPeer,
  { edits, most }: Size,
  row: Row,
): void {
  const disclosure = recognise(first, structure);
  const session = startCheck(disclosure, template);
  const ours: number[] = [];
  const theirs: number[] = [];
  const recognised: number[] = [];
  const compared: number[] = [];
  const reported: number[] = [];
  let snapshot = first;
  let before = disclosure;
  for (const edit of randomEdits(disclosure, edits, 2)) {
    snapshot = edited(snapshot, [edit]);
    let next = before;
    recognised.push(
      milliseconds(() => {
        next = recognise(snapshot, structure);
      }),
    );
    let changed: ReturnType<typeof changedFigures>;
    compared.push(
      milliseconds(() => {
        changed = changedFigures(before, next);
      }),
    );
    before = next;
    let failed = 0;
    ours.push(
      milliseconds(() => {
        session.update(next, changed);
        for (const { state } of session.verdicts) if (state === "failed") failed += 1;
      }),
    );
    let peerFailed = 0;
    theirs.push(
      milliseconds(() => {
        peer.edit(edit.cell, edit.value);
        for (const state of peer.states()) if (state === "failed") peerFailed += 1;
      }),
    );
    if (failed !== peerFailed) throw new Error(`${String(failed)} / ${String(peerFailed)} failed`);
    if (reported.length * 20 < ours.length) reported.push(milliseconds(() => session.report));
  }
  assertAgreement(session.verdicts, peer.states());
  const [own, other] = [spreadOf(ours), spreadOf(theirs)];
  row(
    "改一个数后取全部结果，中位",
    ms(own.median),
    ms(other.median),
    most,
    own.median / other.median,
  );
  row("改一个数后取全部结果，95%", ms(own.p95), ms(other.p95), most, own.p95 / other.p95);
  row("　对 0.15 ms（中位）", ms(own.median), "", undefined, own.median / EDIT_BUDGET.median);
  row("　对 0.25 ms（95%）", ms(own.p95), "", undefined, own.p95 / EDIT_BUDGET.p95);
  row("　之前：整本重新认表", ms(spreadOf(recognised).median), "");
  row("　之前：与上次比较", ms(spreadOf(compared).median), "");
  row("　之后：说明与表样", ms(spreadOf(reported).median), "");
}

function assertAgreement(verdicts: readonly Verdict[], states: readonly State[]): void {
  for (const [index, { state, relation, binding }] of verdicts.entries()) {
    if (state === states[index]) continue;
    const instance = `${relation.code} ${JSON.stringify(binding)}`;
    throw new Error(`${instance}: ${state}, HyperFormula says ${String(states[index])}`);
  }
}

async function benchFiles(row: Row): Promise<void> {
  const golden = largeGolden(230);
  const bytes = await new XlsxFile().write(planOf(golden));
  const worker = startWarmWorker();
  const { ours, theirs } = await byTurns(
    15,
    async () => checkDisclosure(recognise(await worker.read(bytes), structure), template),
    async () => {
      await new Workbook().xlsx.load(bytes.slice().buffer);
    },
  );
  worker.stop();
  row(
    "读 7 千格的 .xlsx 并审核 / exceljs 只读",
    ms(ours.median),
    ms(theirs.median),
    FILE_BUDGET,
    ours.median / theirs.median,
  );
}

function benchLayout(row: Row): void {
  const snapshot = snapshotOf(largeGolden(300));
  let formulas = 0;
  const times = Array.from({ length: 8 }, () =>
    milliseconds(() => {
      const figures = recognise(snapshot, structure);
      formulas = countFormulas(
        layOutWorkbook(template, { unitName: "示例单位", year: 2020, figures }),
      );
    }),
  );
  const name = `300 个项的单位排版（${formulas.toLocaleString("en")} 个公式）`;
  row(`${name}，第一次`, ms(times[0] ?? 0), "");
  row(`${name}，以后`, ms(spreadOf(times.slice(1)).median), "");
}
