import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTemplate } from "../../src/domain/template/readTemplate";
import type { TemplateStructure } from "../../src/domain/template/template";

const FOLDER = join(__dirname, "../../assets/templates");

export function readShippedJson(file: string): unknown {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8"));
}

export function readShippedTemplate(id: string): TemplateStructure {
  const reading = readTemplate(readShippedJson(`${id}.json`));
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems, null, 2));
  return reading.structure;
}
