import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import { XlsxReader } from "../../src/adapters/xlsx/xlsxReader";
import { DraftingSession } from "../../src/application/draftingSession";
import { openWorkbook } from "../../src/application/openWorkbook";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { WorkbookEditor, WritePlan } from "../../src/ports/workbookPorts";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { layOutGolden, shippedTemplate } from "../support/native";
import { openExcel } from "../support/excelHost/openExcel";
import { catalog, CLOCK } from "../taskpane/seedChecked";

const library = new TemplateLibrary(catalog);
const SHARE = /一般公共服务支出681\.40万元，占([0-9.]+)%/u;
const OWN = "　　我们自己写的一句：占56.6%。";

async function begin(editor: WorkbookEditor) {
  const session = new DraftingSession(editor, library, CLOCK);
  await session.start();
  const paragraphs = () =>
    session.state().checked?.sections.flatMap((section) => section.paragraphs) ?? [];
  return {
    session,
    editor,
    paragraphs,
    share: () =>
      SHARE.exec(
        paragraphs()
          .map(({ text }) => text)
          .join("\n"),
      )?.[1],
  };
}

async function narrativeOf(editor: WorkbookEditor): Promise<string> {
  const { sheets } = await editor.read("thorough");
  const own = sheets.filter(({ name }) => name === "情况说明" || name === "说明计算");
  return JSON.stringify(own.map(({ formulas }) => [...formulas]));
}

const plan = () => layOutGolden(quanbiaoyoushu, shippedTemplate());
const HOSTS: readonly [string, (plan: WritePlan) => Promise<WorkbookEditor>][] = [
  ["the memory", async (own) => MemoryWorkbook.fromPlan(own)],
  ["Excel", async (own) => openExcel(own, { version: "1.14" }).workbook],
];

test.each(HOSTS)("in %s the choice is written, kept, and taken back", async (_name, open) => {
  const { session, editor, paragraphs, share } = await begin(await open(plan()));
  expect(share()).toBe("56.6");
  const edited = paragraphs().find(({ code }) => code === "2120501")!;
  await editor.writeCells([{ ...edited.cell!, value: OWN }]);
  await session.look();
  const before = await narrativeOf(editor);
  await session.changeSettings({ percentDecimals: 2 });
  expect(session.state().trouble).toBeUndefined();
  expect(share()).toBe("56.63");
  expect(paragraphs().flatMap(({ origin, key }) => (origin === "automatic" ? [] : [key]))).toEqual([
    edited.key,
  ]);
  expect(paragraphs().find(({ key }) => key === edited.key)?.words).toBe(OWN.trim());
  expect(await narrativeOf(editor)).not.toBe(before);

  const later = await begin(editor);
  expect(later.share()).toBe("56.63");

  await session.takeBack();
  await session.look();
  expect(session.state().trouble).toBeUndefined();
  expect(share()).toBe("56.6");
  expect(await narrativeOf(editor)).toBe(before);
});

test("a set that is opened from its file and laid out anew has it", async () => {
  const { session, editor } = await begin(MemoryWorkbook.fromPlan(plan()));
  await session.changeSettings({ percentDecimals: 2 });
  const { plan: opened } = await openWorkbook(editor, library);
  const again = new XlsxReader(await new XlsxFile().write(opened));
  const { share } = await begin(MemoryWorkbook.fromSnapshot(await again.read()));
  expect(share()).toBe("56.63");
});

test("tables without a 情况说明 of ours cannot be told so", async () => {
  const own = plan();
  const sheets = own.sheets.filter(({ name }) => name !== "情况说明" && name !== "说明计算");
  const { session, editor } = await begin(MemoryWorkbook.fromPlan({ ...own, sheets }));
  const before = await editor.read("thorough");
  await session.changeSettings({ percentDecimals: 2 });
  expect(session.state().trouble?.code).toBe("otherNarrative");
  expect(await editor.read("thorough")).toEqual(before);
});
