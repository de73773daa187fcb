import { cpus, loadavg } from "node:os";
import { benchChecks } from "./benchChecks";
import { benchFiles, benchWorstFiles } from "./benchFiles";
import { benchLayout, benchLooks } from "./benchLooks";
import { benchProse } from "./benchProse";
import { benchSuspects } from "./benchSuspects";
import { BenchTable } from "./benchTable";
import { benchIncremental } from "./incrementalEdits";
import { benchPage } from "./page/pageRows";

type Print = (line: string) => void;

/** Rows are shown as they come, and again at the end in tables to be kept. 0: every bar is kept. `only`: by number. */
export async function bench(print: Print, only: readonly number[]): Promise<number> {
  const table = new BenchTable(print);
  let hits: readonly string[] = [];
  let prose: readonly string[] = [];
  const sections: readonly (readonly [string, () => void | Promise<void>])[] = [
    ["审核：三种大小，与 HyperFormula 比较", () => benchChecks(table)],
    ["改一个数后整个一次查看", () => benchLooks(table)],
    [
      "排版",
      () => {
        benchLayout(table);
      },
    ],
    ["读文件，与 exceljs 比较", () => benchFiles(table)],
    ["读刁难的文件", () => benchWorstFiles(table)],
    ["网页", () => benchPage(table)],
    ["随机修改：增量审核与全部重审比较", () => benchIncremental(table, print)],
    [
      "找填错的格",
      () => {
        hits = benchSuspects(table);
      },
    ],
    [
      "核对文稿",
      () => {
        prose = benchProse(table);
      },
    ],
  ];
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const machine = `${String(cpus().length)} 个处理器，开始时负载 ${load}；负载高时只看比值。`;
  print(machine);
  const started = performance.now();
  for (const [index, [name, run]] of sections.entries()) {
    if (only.length > 0 && !only.includes(index + 1)) continue;
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    print(`［${String(index + 1)}/${String(sections.length)}］${name}（已用 ${seconds} 秒）`);
    await run();
  }
  for (const line of ["", machine, "", ...table.lines(), "", ...hits, "", ...prose]) print(line);
  return table.isWithinBars ? 0 : 1;
}
