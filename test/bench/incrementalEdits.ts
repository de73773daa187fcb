import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { seed001 } from "../golden/seed001";
import { findDifference, type Difference } from "../support/editing/incrementalDifference";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";
import type { BenchTable } from "./benchTable";
import { largeGolden, UNITS } from "./largeUnit";

export interface Editing {
  /** Of a made-up unit; without it, seed 001. */
  readonly items?: number;
  readonly seed: number;
  readonly edits: number;
}

export type EditingMessage =
  { readonly compared: number } | { readonly difference: Difference | undefined };

const EVERY = 50;
/** Each in a thread of its own. Both small workbooks have about 300 figures; conditions hold in seed 001. */
const RUNS: readonly Editing[] = [
  { items: 3, seed: 20_201_231, edits: 50_000 },
  { seed: 20_210_831, edits: 50_000 },
  { items: UNITS.large.items, seed: 7, edits: 500 },
];
const PROGRESS_MS = 15_000;

/** Whether looking again at what changed says what looking at everything says, after edits as people make them. */
export async function benchIncremental(
  table: BenchTable,
  print: (line: string) => void,
): Promise<void> {
  const done = RUNS.map(() => 0);
  const timer = setInterval(() => {
    print(`　已改 ${done.map((edits) => edits.toLocaleString("en")).join("、")} 处`);
  }, PROGRESS_MS);
  const found = await Promise.all(
    RUNS.map((run, index) =>
      inThread(run, (edits) => {
        done[index] = edits;
      }),
    ),
  );
  clearInterval(timer);
  for (const [index, run] of RUNS.entries()) {
    const difference = found[index];
    const size = run.items === UNITS.large.items ? UNITS.large.label : "300 余个数";
    const edits = `${run.edits.toLocaleString("en")} 处随机修改（种子 ${String(run.seed)}）`;
    table.demand(
      `${size}，${edits}，每 ${String(EVERY)} 处与全部重审比较`,
      difference ? `第 ${String(difference.edits)} 处后不同` : "相同",
      difference === undefined,
    );
    if (difference) print(JSON.stringify(difference, null, 2));
  }
}

/** What a thread does. */
export function editAndCompare({ items, ...run }: Editing, onCompared: (edits: number) => void) {
  const first = snapshotOf(items === undefined ? seed001 : largeGolden(items));
  return findDifference({ ...run, first, template: shippedTemplate(), every: EVERY, onCompared });
}

function inThread(
  run: Editing,
  onCompared: (edits: number) => void,
): Promise<Difference | undefined> {
  const files = [resolve(__dirname, "../../src/cli/register.js"), resolve(__dirname, "editing.ts")];
  const script = files.map((file) => `require(${JSON.stringify(file)});`).join("");
  return new Promise((settle, fail) => {
    const worker = new Worker(script, { eval: true, workerData: run });
    worker.on("error", fail);
    worker.on("message", (message: EditingMessage) => {
      if ("compared" in message) {
        onCompared(message.compared);
        return;
      }
      settle(message.difference);
      void worker.terminate();
    });
  });
}
