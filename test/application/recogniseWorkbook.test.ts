import { layOutWorkbook } from "../../src/domain/layout/layOutWorkbook";
import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { recogniseWorkbook } from "../../src/application/recogniseWorkbook";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { TemplatePackage } from "../../src/domain/template/templatePackage";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { without } from "../cli/cliRun";
import { catalogOf, hunan2020 } from "./catalogs";

const published = MemoryWorkbook.fromSnapshot(snapshotOf(seed001));

type Tables = TemplatePackage["tables"];

/** Other tables, and nothing that speaks of them. */
function edition(id: string, tables: Tables): TemplatePackage {
  return {
    ...hunan2020,
    id,
    tables,
    relations: [],
    narrative: { ...hunan2020.narrative, sections: [] },
    narratives: [],
  };
}

const fewerTables = edition(
  "fewer-tables",
  hunan2020.tables.filter(({ key }) => key !== "stateCapitalOperations"),
);

const otherColumns = edition(
  "other-columns",
  hunan2020.tables.map((table) => ({
    ...table,
    blocks: table.blocks.map((block) => ({
      ...block,
      columns: block.columns.map((column) =>
        table.key === "revenue" && column.heading.includes("事业收入")
          ? { ...column, heading: ["课题收入"] }
          : table.key === "revenue" && column.sum
            ? { ...column, sum: { ...column.sum, of: ["其他收入"] } }
            : column,
      ),
    })),
  })),
);

test.each([
  ["first in the catalogue", [hunan2020, fewerTables]],
  ["last in the catalogue", [fewerTables, hunan2020]],
])("the template that recognises most tables wins, %s", async (_, packages) => {
  const library = new TemplateLibrary(catalogOf(...packages));
  const { template } = await recogniseWorkbook(published, library);
  expect(template.structure.definition.id).toBe("hunan-2020");
});

test.each([[[hunan2020, otherColumns]], [[otherColumns, hunan2020]]])(
  "of two that print the same tables, the one that knows more columns wins",
  async (packages) => {
    const library = new TemplateLibrary(catalogOf(...packages));
    const { template } = await recogniseWorkbook(published, library);
    expect(template.structure.definition.id).toBe("hunan-2020");
  },
);

test("a template that is asked for is used, even where another recognises more", async () => {
  const library = new TemplateLibrary(catalogOf(hunan2020, fewerTables));
  const { template } = await recogniseWorkbook(published, library, "fewer-tables");
  expect(template.structure.definition.id).toBe("fewer-tables");
});

test("a workbook without any known table is refused", async () => {
  const coverOnly = without(seed001, ...seed001.sheets.slice(1).map(({ name }) => name));
  const reader = MemoryWorkbook.fromSnapshot(snapshotOf(coverOnly));
  const library = new TemplateLibrary(catalogOf(hunan2020));
  await expect(recogniseWorkbook(reader, library)).rejects.toMatchObject({
    code: "nothingRecognised",
  });
});

test.each([
  ["hunan-2020", undefined, 15],
  ["hunan-2023", "hunan-2023", 14],
  ["central-2021", "central-2021", 11],
])("a set laid out with the 情况说明 of %s is read with it", async (_, narrative, sections) => {
  const library = new TemplateLibrary(catalogOf(hunan2020));
  const template = await library.telling(narrative).get("hunan-2020");
  const plan = layOutWorkbook(template, { unitName: "某局", year: 2020 });
  const reader = MemoryWorkbook.fromPlan(plan);
  const recognised = await recogniseWorkbook(reader, library);
  expect(recognised.template.sections.map(({ title }) => title)).toEqual(
    template.sections.map(({ title }) => title),
  );
  expect(recognised.template.sections).toHaveLength(sections);
  expect(recognised.disclosure.structure).toBe(recognised.template.structure);
  const again = await recogniseWorkbook(reader, library);
  expect(again.template).toBe(recognised.template);
});
