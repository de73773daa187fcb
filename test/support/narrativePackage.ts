import { compileTemplate, type Template } from "../../src/domain/checking/compileTemplate";
import { readTemplate } from "../../src/domain/template/readTemplate";
import { readShippedJson } from "../assets/readShippedTemplate";

type Paragraphs = readonly (string | object)[];

/** The shipped package with sentences of one's own. */
export function withNarrative(paragraphs: Paragraphs): Template {
  const problems = narrativeProblems(paragraphs);
  if (!("template" in problems)) throw new Error(JSON.stringify(problems));
  return problems.template;
}

/** The shipped package, asking for reasons of differences above so many percent. */
export function withReasonThreshold(percent: number): Template {
  const json = readShippedJson("hunan-2020.json") as { readonly narrative: object };
  const narrative = { ...json.narrative, reasonThreshold: percent };
  const problems = compiled({ ...json, narrative });
  if (!("template" in problems)) throw new Error(JSON.stringify(problems));
  return problems.template;
}

export function narrativeProblems(paragraphs: Paragraphs): ReturnType<typeof compileTemplate> {
  const json = structuredClone(readShippedJson("hunan-2020.json")) as Record<string, unknown>;
  delete json["narratives"];
  json["narrative"] = {
    sheetName: "情况说明",
    title: "说明",
    sections: [{ number: "五", title: "试", paragraphs }],
  };
  return compiled(json);
}

function compiled(json: unknown): ReturnType<typeof compileTemplate> {
  const reading = readTemplate(json);
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  return compileTemplate(reading.structure);
}
