import { unzipSync, strFromU8 } from "fflate";
import { DocxFile } from "../../src/adapters/docx/docxFile";
import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { XlsxFile } from "../../src/adapters/xlsx/xlsxFile";
import {
  openPlaces,
  preparePublication,
  publishDocument,
  publishReport,
  type Publication,
} from "../../src/application/publishDocument";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import { canonicalText, listFigures } from "../../src/domain/disclosure/figureList";
import { recognise } from "../../src/domain/disclosure/recognise";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { parsePosition } from "../../src/domain/workbook/cellAddress";
import { readShippedJson } from "../assets/readShippedTemplate";
import type { Golden } from "../support/goldenText";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { seed001 } from "../golden/seed001";
import { layOutGolden, shippedTemplate } from "../support/native";
import { readWorkbook } from "../support/readWorkbook";

const library = new TemplateLibrary({
  list: () => Promise.resolve([{ id: "hunan-2020", version: "1.0.0", title: "湖南 2020" }]),
  load: () => Promise.resolve(readShippedJson("hunan-2020.json")),
});
const template = shippedTemplate();

async function publish(
  golden: Golden,
  ...typed: readonly [sheet: string, address: string, text: string][]
): Promise<Publication> {
  const workbook = MemoryWorkbook.fromPlan(layOutGolden(golden, template));
  await workbook.writeCells(
    typed.map(([sheet, address, value]) => ({ sheet, ...parsePosition(address)!, value })),
  );
  return preparePublication(workbook, library);
}

const publishedFigures = (disclosure: Disclosure) =>
  canonicalText(
    listFigures(disclosure).filter(({ table }) => table.definition.role === "disclosure"),
  );

const paragraphs = ({ sections }: ReturnType<typeof publishDocument>) =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])),
  );

describe.each([
  ["seed 001", seed001],
  ["全表有数", quanbiaoyoushu],
])("%s", (_, golden) => {
  test("reading the document back ties every figure of the tables", async () => {
    const publication = await publish(golden);
    const bytes = await new DocxFile().write(publishDocument(publication));
    const read = recognise(await readWorkbook(bytes), template.structure);
    expect(publishedFigures(read)).toBe(publishedFigures(publication.disclosure));
    expect(publishedFigures(read)).not.toBe("");
  });

  test("reading the 公开稿 back ties every figure, and nothing of the work is in it", async () => {
    const publication = await publish(golden);
    const bytes = await new XlsxFile().write(publication.published);
    const snapshot = await readWorkbook(bytes);
    const read = recognise(snapshot, template.structure);
    expect(publishedFigures(read)).toBe(publishedFigures(publication.disclosure));
    expect(snapshot.sheets.map(({ name }) => name)).not.toContain("审核");
    expect(snapshot.sheets.every(({ visibility }) => visibility === "visible")).toBe(true);
    expect(snapshot.sheets.every(({ formulas }) => formulas.size === 0)).toBe(true);
    const core = strFromU8(unzipSync(bytes)["docProps/core.xml"]!);
    expect(core).not.toMatch(/creator|lastModifiedBy/u);
  });
});

test("the sentences are those of the sheet, also where somebody wrote them", async () => {
  const publication = await publish(quanbiaoyoushu, ["情况说明", "A4", "　　自己写的一段。"]);
  const texts = paragraphs(publishDocument(publication));
  expect(texts).toContain("自己写的一段。");
});

test("headings, tables and their pages are in the contents", async () => {
  const { sections } = publishDocument(await publish(quanbiaoyoushu));
  const [contents] = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "contents" ? [block.entries] : [])),
  );
  const titles = contents!.map(({ text }) => text);
  expect(titles).toContain("收入支出决算总表");
  expect(titles).toContain("一、收入支出决算总体情况说明");
  const pages = contents!.map(({ page }) => page);
  expect(pages).toEqual([...pages].sort((a, b) => a - b));
  expect(new Set(contents!.map(({ anchor }) => anchor)).size).toBe(titles.length);
});

test("tables apart: the document says where they are", async () => {
  const made = publishDocument(await publish(quanbiaoyoushu), "separate");
  const tables = made.sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === "table"),
  );
  expect(tables.length).toBeLessThan(9);
  expect(paragraphs(made)).toContain("各表见附表。");
});

test("what is missing is named", async () => {
  const { gaps } = openPlaces(
    publishDocument(await publish({ name: "empty", sheets: seed001.sheets.slice(0, 2) })),
  );
  expect(gaps).toContain("收入决算表本年收入合计");
});

test("an outline that the edition lacks is refused by name", async () => {
  const publication = await publish(quanbiaoyoushu);
  expect(() => publishReport(publication, "没有的报告")).toThrow("unknownReport");
});

test("an outline has the figures in sentences and prompts where people write", async () => {
  const made = publishReport(await publish(seed001), "绩效评价报告");
  const texts = paragraphs(made);
  expect(texts).toContain(
    "2020年度收入179.22万元，其中：财政拨款收入75.40万元，占42.1%；其他资金来源103.82万元。",
  );
  expect(openPlaces(made).prompts).toBeGreaterThan(3);
  expect(texts.filter((text) => text.startsWith("【请填写：")).length).toBe(
    openPlaces(made).prompts,
  );
});

test.each(template.publication.reports.map(({ title }) => title))(
  "%s is written",
  async (title) => {
    const made = publishReport(await publish(quanbiaoyoushu), title);
    expect(made.sections).toHaveLength(1);
    // What tells the outlines apart is not printed.
    const [heading] = made.sections.flatMap(({ blocks }) => blocks);
    const printed = title.replace("{年度}", "2020").replace("（简式）", "");
    expect(heading).toMatchObject({ kind: "heading", level: 1, text: printed });
    expect(made.title.endsWith(printed)).toBe(true);
  },
);

test("the parts stand in the order of the edition, the outline among the annexes", async () => {
  const { sections } = publishDocument(await publish(quanbiaoyoushu));
  const headings = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [block.text] : [])),
  );
  expect(headings.map((text) => text.split(" ")[0])).toEqual([
    "第一部分",
    "第二部分",
    "第三部分",
    "第四部分",
    "第五部分",
  ]);
  const titles = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : [])),
  );
  expect(titles.some((title) => title.endsWith("部门整体支出绩效评价报告"))).toBe(true);
  // The tables lie on pages of their own: their part's heading has a page to itself.
  const alone = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "heading" && block.isAlone ? [block.text] : [])),
  );
  expect(alone).toEqual(["第二部分 2020年度部门决算表"]);
});

test("only terms that a reader meets are explained", async () => {
  const texts = paragraphs(publishDocument(await publish(seed001)));
  const terms = texts.flatMap((text) => /^\d+．([^：]+)：/u.exec(text)?.[1] ?? []);
  expect(terms).toContain("财政拨款收入");
  expect(terms).not.toContain("结余分配");
  expect(new Set(terms).size).toBe(terms.length);
});

test("nobody is named in the document", async () => {
  const bytes = await new DocxFile().write(publishDocument(await publish(quanbiaoyoushu)));
  const core = strFromU8(unzipSync(bytes)["docProps/core.xml"]!);
  expect(core).not.toMatch(/Un-named|>[^<]+<\/dc:creator>|>[^<]+<\/cp:lastModifiedBy>/u);
});
