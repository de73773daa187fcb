import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Workbook } from "exceljs";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { WORST_KINDS } from "../adapters/guard/worstKinds/worstKinds";
import { planOf } from "../support/goldenPlan";
import { shippedTemplate } from "../support/native";
import { outcomeOf } from "../support/readWorkbook";
import type { BenchTable } from "./benchTable";
import { largeGolden, UNITS } from "./largeUnit";
import { byTurns, ms, spreadOf } from "./measure";
import { startWarmWorker } from "./warmWorker";

const SAMPLE = resolve(__dirname, "../../assets/samples/shifeng-2020.xlsx");
const template = shippedTemplate();
const FILE_BUDGET = 1.3;
/** On a quiet machine. */
const WORST_BUDGET_MS = 1000;
const SLOWEST = 5;
const READS = 3;

async function loadByExceljs(bytes: Uint8Array): Promise<void> {
  await new Workbook().xlsx.load(bytes.slice().buffer);
}

export async function benchFiles(table: BenchTable): Promise<void> {
  const bytes = await new XlsxFile().write(planOf(largeGolden(UNITS.large.items)));
  const worker = startWarmWorker();
  const { ours, theirs } = await byTurns(
    15,
    async () => checkDisclosure(recognise(await worker.read(bytes), template.structure), template),
    () => loadByExceljs(bytes),
  );
  worker.stop();
  table.add({
    what: "读 7 千格的 .xlsx 并审核 / exceljs 只读",
    ours: ms(ours.median),
    theirs: ms(theirs.median),
    ratio: ours.median / theirs.median,
    most: FILE_BUDGET,
  });
}

/** Files made to hurt whoever reads them, through the guard; exceljs reading an ordinary one says how fast the machine is. */
export async function benchWorstFiles(table: BenchTable): Promise<void> {
  const sample = readFileSync(SAMPLE);
  const ordinary = spreadOf(await timesOf(() => loadByExceljs(sample), 8)).median;
  const read: { readonly name: string; readonly size: number; readonly time: number }[] = [];
  for (const { name, make, outcome } of WORST_KINDS) {
    const bytes = make();
    const times = await timesOf(async () => {
      const found = await outcomeOf(bytes);
      if (found !== outcome) throw new Error(`${name}: ${found}`);
    }, READS);
    read.push({ name, size: bytes.length, time: Math.min(...times) });
  }
  const slowest = [...read].sort((a, b) => b.time - a.time);
  const [largest] = [...read].sort((a, b) => b.size - a.size);
  const shown = new Set([...slowest.slice(0, SLOWEST), ...(largest ? [largest] : [])]);
  const what = `刁难的文件 ${String(read.length)} 种，最慢的 ${String(SLOWEST)} 种和最大的一种`;
  table.add({ what, ours: "", theirs: `exceljs 读示例 ${ms(ordinary)}` });
  for (const { name, size, time } of shown) {
    table.add({
      what: `　${name}（${(size / 1024).toFixed(0)} KB）`,
      ours: ms(time),
      theirs: `${(time / ordinary).toFixed(1)} 倍；上限 ${ms(WORST_BUDGET_MS)}`,
      ratio: time / WORST_BUDGET_MS,
      most: 1,
    });
  }
}

async function timesOf(work: () => Promise<void>, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times;
}
