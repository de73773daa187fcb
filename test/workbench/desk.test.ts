import type { PublishedDocument } from "../../src/ports/documentFile";
import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import {
  WorkbookError,
  type WorkbookEditor,
  type WorkbookSnapshot,
  type WritePlan,
} from "../../src/ports/workbookPorts";
import { Desk, type DeskTools } from "../../src/workbench/desk";
import { Engine } from "../../src/workbench/engine";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { catalog, CLOCK } from "../taskpane/seedChecked";

interface Page {
  readonly desk: Desk;
  readonly downloads: string[];
  readonly written: WritePlan[];
  readonly documents: PublishedDocument[];
  readonly questions: string[];
  answer: boolean;
  file: WorkbookSnapshot | WorkbookError;
  /** Writes the file. */
  write: () => Promise<Uint8Array>;
  /** While a workbook is shown and looked at for the first time. */
  shown: () => Promise<void>;
  /** Ends what is being typed. */
  entry: (workbook: WorkbookEditor) => Promise<void>;
  type(): Promise<void>;
}

async function openPage(): Promise<Page> {
  let workbook: MemoryWorkbook;
  const tools: DeskTools = {
    engine: async () => new Engine(catalog, CLOCK, async () => "0".repeat(64)),
    file: {
      write: (plan) => {
        page.written.push(plan);
        return page.write();
      },
    },
    documentFile: {
      write: (document) => {
        page.documents.push(document);
        return page.write();
      },
    },
    readWorkbook: async () => {
      if (page.file instanceof WorkbookError) throw page.file;
      return page.file;
    },
    fetchSample: async () => new Uint8Array(),
    download: (name) => page.downloads.push(name),
    ask: (question) => {
      page.questions.push(question);
      return page.answer;
    },
  };
  const page: Page = {
    desk: new Desk(tools),
    downloads: [],
    documents: [],
    written: [],
    questions: [],
    answer: true,
    file: snapshotOf(seed001),
    write: async () => new Uint8Array(),
    shown: async () => undefined,
    entry: async () => undefined,
    type: async () => {
      await workbook.writeCells([{ sheet: "收入支出决算总表", row: 13, column: 6, value: 0 }]);
    },
  };
  await page.desk.start(async () => ({
    open: async (plan?: WritePlan) => {
      workbook = plan ? MemoryWorkbook.fromPlan(plan) : new MemoryWorkbook();
      const read = workbook.read.bind(workbook);
      workbook.read = async () => {
        await page.shown();
        return read();
      };
      const exported = plan ?? { sheets: [], styles: new Map(), properties: {} };
      const endEntry = () => page.entry(workbook);
      return Object.assign(workbook, { endEntry, export: async () => exported });
    },
  }));
  return page;
}

const FILE = { name: "决算.xlsx", bytes: async () => new Uint8Array() };

test("a new page has a session and nothing to lose", async () => {
  const { desk } = await openPage();
  expect(desk.state().phase).toBe("ready");
  expect(desk.state().session?.state().checked).toBeUndefined();
  expect(desk.hasUnsavedWork()).toBe(false);
});

test("a file is laid out anew, and what did not come along is listed", async () => {
  const page = await openPage();
  const published = snapshotOf(seed001);
  page.file = {
    sheets: [
      ...published.sheets.filter(({ name }) => name !== "公开09表"),
      { ...published.sheets[0]!, id: "x", name: "草稿", values: [["随手记"]], merges: [] },
    ],
  };
  await page.desk.open(FILE);
  const { opened, session } = page.desk.state();
  expect(opened).toMatchObject({ name: "决算.xlsx", tables: 11, sheets: ["草稿"] });
  expect(opened?.missingTables).toEqual(["国有资本经营预算财政拨款支出决算表"]);
  expect(session?.state().checked?.scores[0]?.total?.toFixed()).toBe("98");
});

test("a file that cannot be read leaves the workbook as it is", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  const { session } = page.desk.state();
  page.file = new WorkbookError("damaged");
  await page.desk.open(FILE);
  expect(page.desk.state()).toMatchObject({ phase: "ready", trouble: { code: "damaged" } });
  expect(page.desk.state().session).toBe(session);
});

test("unsaved work is given up only when the person agrees", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  const { session } = page.desk.state();
  await page.type();
  expect(page.desk.hasUnsavedWork()).toBe(true);
  page.answer = false;
  await page.desk.open(FILE);
  expect(page.questions).toHaveLength(1);
  expect(page.desk.state().session).toBe(session);
  page.answer = true;
  await page.desk.open(FILE);
  expect(page.desk.state().session).not.toBe(session);
});

test("what is being typed when another file is chosen is unsaved work", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  const { session } = page.desk.state();
  page.entry = () => page.type();
  page.answer = false;
  await page.desk.open(FILE);
  expect(page.questions).toHaveLength(1);
  expect(page.desk.state().session).toBe(session);
});

test("the saved file is named after unit and year, and the work counts as saved", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  await page.type();
  await page.desk.saveAs();
  expect(page.downloads).toEqual(["株洲市石峰区清水塘关停企业事务中心2020年度部门决算公开.xlsx"]);
  expect(page.desk.hasUnsavedWork()).toBe(false);
});

test("the report is a file of its own, of what is being typed too, and saves no work", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  page.entry = () => page.type();
  await page.desk.saveReport();
  expect(page.downloads).toEqual([
    "株洲市石峰区清水塘关停企业事务中心2020年度决算公开审核报告.xlsx",
  ]);
  expect(page.written[0]?.sheets.map(({ name }) => name)).toEqual([
    ...["审核报告", "审核报告·关系", "审核报告·数字"],
  ]);
  const texts = page.written[0]?.sheets[0]?.cells.map(({ value }) => value);
  expect(texts).not.toContain("K102");
  expect(page.desk.hasUnsavedWork()).toBe(true);
});

test("the document and the 公开稿 are files of their own, and save no work", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  page.entry = () => page.type();
  await page.desk.saveDocument();
  await page.desk.savePublished();
  expect(page.downloads).toEqual([
    "株洲市石峰区清水塘关停企业事务中心2020年度部门决算.docx",
    "株洲市石峰区清水塘关停企业事务中心2020年度部门决算公开稿.xlsx",
  ]);
  expect(page.documents[0]?.title).toBe("株洲市石峰区清水塘关停企业事务中心2020年度部门决算");
  expect(page.written[0]?.sheets.map(({ name }) => name)).not.toContain("审核");
  expect(page.desk.hasUnsavedWork()).toBe(true);
});

test("a page without a set has nothing to report", async () => {
  const page = await openPage();
  await page.desk.saveReport();
  await page.desk.saveDocument();
  expect(page.downloads).toEqual([]);
});

test("a figure typed while the file is being written is unsaved work", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  await page.type();
  page.write = async () => {
    await page.type();
    return new Uint8Array();
  };
  await page.desk.saveAs();
  expect(page.downloads).toHaveLength(1);
  expect(page.desk.hasUnsavedWork()).toBe(true);
});

test("work counts as unsaved when its file cannot be written", async () => {
  const page = await openPage();
  await page.desk.open(FILE);
  await page.type();
  page.write = () => Promise.reject(new WorkbookError("tooLarge"));
  await page.desk.saveAs();
  expect(page.desk.state().trouble).toBeDefined();
  expect(page.desk.hasUnsavedWork()).toBe(true);
});

test("a figure typed while a file just opened is looked at is unsaved work", async () => {
  const page = await openPage();
  page.shown = async () => {
    page.shown = async () => undefined;
    await page.type();
  };
  await page.desk.open(FILE);
  expect(page.desk.hasUnsavedWork()).toBe(true);
});
