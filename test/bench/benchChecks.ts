import { checkDisclosure, scopeOf } from "../../src/domain/checking/checkDisclosure";
import { startCheck } from "../../src/domain/checking/incrementalCheck";
import type { State, Verdict } from "../../src/domain/checking/verdict";
import { changedFigures } from "../../src/domain/disclosure/changedFigures";
import { recognise } from "../../src/domain/disclosure/recognise";
import type { WorkbookSnapshot } from "../../src/domain/workbook/workbookSnapshot";
import { relationReferences } from "../../src/domain/checking/relation";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";
import type { BenchTable } from "./benchTable";
import { HyperFormulaPeer, isPlainRelation, peerSheets } from "./hyperFormulaPeer";
import { edited, figureCells, FLAWS, largeGolden, randomEdits, UNITS } from "./largeUnit";
import { byTurns, milliseconds, ms, spreadOf } from "./measure";

const shipped = shippedTemplate();
const { structure } = shipped;
const { tables } = recognise(snapshotOf(largeGolden(UNITS.small.items)), structure).placement;
/** Both are given the same work: a handful of single relations over 补充资料 and 自评 is beyond the peer, and so are absent tables. */
const relations = shipped.relations
  .filter(isPlainRelation)
  .filter(({ comparing }) =>
    relationReferences(comparing).every(({ table }) => tables.has(table.key)),
  );
const template = { ...shipped, relations };

interface Size {
  readonly label: string;
  readonly items: number;
  readonly builds: number;
  /** Of one cell, each on top of the ones before. */
  readonly edits: number;
  /** The bar; only printed where there is none. */
  readonly most?: number;
}

/** The same relations, judged by HyperFormula. */
export async function benchChecks(table: BenchTable): Promise<void> {
  await benchSize({ ...UNITS.small, builds: 20, edits: 300 }, table);
  await benchSize({ ...UNITS.large, builds: 8, edits: 300, most: 1 }, table);
  await benchSize({ ...UNITS.huge, builds: 1, edits: 30 }, table);
}

async function benchSize(size: Size, table: BenchTable): Promise<void> {
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

  const count = (of: readonly unknown[]) => of.length.toLocaleString("en");
  const relations = `${count(report.verdicts)} 条关系，问题 ${count(report.findings)} 个`;
  const { label } = size;
  table.add({ what: `${label}（HyperFormula）`, ours: `${count(cells)} 个数`, theirs: relations });

  const build = await byTurns(
    builds,
    () => checkDisclosure(recognise(snapshot, structure), template),
    () => {
      const built = new HyperFormulaPeer(sheets);
      built.states();
      built.stop();
    },
  );
  table.add({
    what: `${label} 认表并全部审核（含逐条说明、表样）`,
    ours: ms(build.ours.median),
    theirs: ms(build.theirs.median),
    ratio: build.ours.median / build.theirs.median,
    ...(most === undefined ? {} : { most }),
  });
  peerEdits(snapshot, peer, size, table);
  peer.stop();
}

function peerEdits(
  first: WorkbookSnapshot,
  peer: HyperFormulaPeer,
  { label, edits, most }: Size,
  table: BenchTable,
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
  for (const [name, key] of [
    ["中位", "median"],
    ["95%", "p95"],
  ] as const) {
    table.add({
      what: `${label} 改一个数后取全部结果，${name}`,
      ours: ms(own[key]),
      theirs: ms(other[key]),
      ratio: own[key] / other[key],
      ...(most === undefined ? {} : { most }),
    });
  }
  const parts = { 整本重新认表: recognised, 与上次比较: compared, 说明与表样: reported };
  for (const [what, times] of Object.entries(parts)) {
    table.add({ what: `${label} 　其余各步：${what}`, ours: ms(spreadOf(times).median) });
  }
}

function assertAgreement(verdicts: readonly Verdict[], states: readonly State[]): void {
  for (const [index, { state, relation, binding }] of verdicts.entries()) {
    if (state === states[index]) continue;
    const instance = `${relation.code} ${JSON.stringify(binding)}`;
    throw new Error(`${instance}: ${state}, HyperFormula says ${String(states[index])}`);
  }
}
