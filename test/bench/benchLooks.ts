import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { WorkbookLook } from "../../src/application/workbookLook";
import { startCheck } from "../../src/domain/checking/incrementalCheck";
import { suspectCards } from "../../src/domain/checking/suspects/suspectCards";
import { recognise } from "../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { readShippedJson } from "../assets/readShippedTemplate";
import { snapshotOf } from "../support/goldenWorkbook";
import { countFormulas, shippedTemplate } from "../support/native";
import type { BenchTable } from "./benchTable";
import { edited, FLAWS, largeGolden, randomEdits, UNITS } from "./largeUnit";
import { milliseconds, ms, spread, spreadOf } from "./measure";

const template = shippedTemplate();
const { structure } = template;
const ID = "hunan-2020";
const AT = new Date("2021-08-01T09:00:00");
const SUSPECTS_MS = 50;

/** What the pane does after every edit, and how much of it the search for the wrong cell is. */
export async function benchLooks(table: BenchTable): Promise<void> {
  await benchLook(UNITS.small, 40, table);
  await benchLook(UNITS.large, 40, table);
  await benchLook(UNITS.huge, 6, table);
}

async function benchLook(
  { label, items }: { readonly label: string; readonly items: number },
  edits: number,
  table: BenchTable,
): Promise<void> {
  const sound = snapshotOf(largeGolden(items));
  const flawed = edited(sound, randomEdits(recognise(sound, structure), FLAWS, 1));
  const workbook = MemoryWorkbook.fromSnapshot(flawed);
  const library = new TemplateLibrary({
    list: () => Promise.resolve([{ id: ID, version: "1.0.0", title: ID }]),
    load: () => Promise.resolve(readShippedJson(`${ID}.json`)),
  });
  const look = new WorkbookLook(library, (sections) => Promise.resolve(sections));
  const first = await look.look(await workbook.read(), AT);
  const session = startCheck(recognise(flawed, structure), template);
  const whole: number[] = [];
  const suspects: number[] = [];
  for (const { cell, value } of randomEdits(recognise(flawed, structure), edits, 3)) {
    const receipt = await workbook.writeCells([{ ...cell, value }]);
    const started = performance.now();
    const snapshot = await workbook.read();
    await look.look(snapshot, AT);
    whole.push(performance.now() - started);
    const disclosure = recognise(snapshot, structure);
    session.update(disclosure);
    const { report } = session;
    suspects.push(
      milliseconds(() => suspectCards(report, disclosure, template, () => session.dependents)),
    );
    await workbook.takeBack(receipt);
  }
  const cards = String(first?.cards.length ?? 0);
  table.add({
    what: `${label} 改一个数后整个一次查看（错 ${String(FLAWS)} 处，${cards} 张问题卡）`,
    ours: spread(spreadOf(whole)),
  });
  const { median } = spreadOf(suspects);
  table.add({
    what: `${label} 　其中：找最可能填错的格（对照：50 ms）`,
    ours: spread(spreadOf(suspects)),
    theirs: ms(SUSPECTS_MS),
    ratio: median / SUSPECTS_MS,
  });
}

export function benchLayout(table: BenchTable): void {
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
  table.add({ what: `${name}，第一次`, ours: ms(times[0] ?? 0) });
  table.add({ what: `${name}，以后`, ours: ms(spreadOf(times.slice(1)).median) });
}
