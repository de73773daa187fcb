import { loadTemplate } from "../../src/application/loadTemplate";
import type { NarrativeVariant } from "../../src/domain/template/templatePackage";
import { readShippedJson } from "./readShippedTemplate";

type Json = Record<string, unknown> & { readonly narratives: readonly NarrativeVariant[] };

const json = readShippedJson("hunan-2020.json") as Json;

function sectionsOf(narrative?: string) {
  const loaded = loadTemplate(json, narrative);
  if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
  return loaded.template.sections;
}

test.each([
  ["hunan-2023", 14, "预算绩效情况说明"],
  ["central-2021", 11, "其他重要事项情况说明"],
])("%s has %i sections and ends on %s", (id, count, last) => {
  const sections = sectionsOf(id);
  expect(sections).toHaveLength(count);
  expect(sections.at(-1)?.title).toBe(last);
  expect(sections.every(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
});

test("a section made of several has all their paragraphs, each part under its heading", () => {
  const own = sectionsOf();
  const count = (number: string) => own.find((each) => each.number === number)!.paragraphs.length;
  const parts = ["十", "十二", "十三", "十五"].map(count);
  const paragraphs = sectionsOf("central-2021").at(-1)!.paragraphs;
  expect(paragraphs).toHaveLength(parts.reduce((sum, each) => sum + each, parts.length));
});

test("what nobody has read in a document says so", () => {
  expect(json.narratives.map(({ unverified }) => unverified)).toEqual(
    json.narratives.map(() => expect.stringMatching(/^未经核实：/u) as string),
  );
});

test("a narrative that is not there is named with those that are", () => {
  expect(loadTemplate(json, "hunan-1999")).toEqual({
    problems: [
      { path: "narratives", kind: "unknownNarrative", message: "hunan-2023、central-2021" },
    ],
  });
});

test("a part of a section that is not there is a problem of the package", () => {
  const section = { number: "一", title: "试", parts: [{ from: "二十" }] };
  const narratives = [{ id: "other", title: "试", sections: [section] }];
  expect(loadTemplate({ ...json, narratives })).toEqual({
    problems: [
      { path: "narratives[0].sections[0].parts[0].from", message: "说明里没有“二十”这一节" },
    ],
  });
});
