import { compileTemplate, type Template } from "../../../src/domain/checking/compileTemplate";
import type { Finding } from "../../../src/domain/checking/finding";
import type { Disclosure } from "../../../src/domain/disclosure/disclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import type { EvaluationForm } from "../../../src/domain/evaluation/evaluationForm";
import { readEvaluationForm } from "../../../src/domain/evaluation/readEvaluationForm";
import {
  scoreEvaluation,
  type EvaluationScore,
} from "../../../src/domain/evaluation/scoreEvaluation";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { loadGolden, type Golden, type GoldenSheet } from "../../support/goldenText";
import { snapshotOf } from "../../support/goldenWorkbook";

export const TABLE = "selfEvaluation";

export const template: Template = compiled();

function compiled(): Template {
  const outcome = compileTemplate(readShippedTemplate("hunan-2020"));
  if ("problems" in outcome) throw new Error(JSON.stringify(outcome.problems));
  return outcome.template;
}

/** 附件1 of seed 001, as a grid of typed texts. */
export const seedRows: GoldenSheet["rows"] = loadGolden("seed001", ["附件1"]).sheets[0]!.rows;

/** The seed's form with single cells typed anew: A1 address → text. */
export function seedWith(typed: Readonly<Record<string, string>>): GoldenSheet["rows"] {
  const rows = seedRows.map((row) => [...row]);
  for (const [address, text] of Object.entries(typed)) {
    const row = rows[Number(address.slice(1)) - 1]!;
    const column = address.charCodeAt(0) - 65;
    while (row.length <= column) row.push("");
    row[column] = text;
  }
  return rows;
}

export interface Read {
  readonly disclosure: Disclosure;
  readonly form: EvaluationForm;
}

export function readRows(rows: GoldenSheet["rows"], sheetName = "附件1"): Read {
  const golden: Golden = { name: "form", sheets: [{ name: sheetName, rows }] };
  const disclosure = recognise(snapshotOf(golden), template.structure);
  const placed = disclosure.placement.tables.get(TABLE);
  const form = placed && readEvaluationForm(disclosure.snapshot, placed);
  if (!form) throw new Error("没有认出自评表");
  return { disclosure, form };
}

export function scoreRows(rows: GoldenSheet["rows"]): EvaluationScore {
  const { disclosure, form } = readRows(rows);
  return scoreEvaluation(template, disclosure, form);
}

/** What is asked about indicators is no mistake in the figures; twins K421 to K430 have it. */
export function isQuestion({ code }: Finding): boolean {
  return /^K4[23]/u.test(code);
}

export function mistakesIn({ findings }: Pick<EvaluationScore, "findings">): readonly Finding[] {
  return findings.filter((finding) => !isQuestion(finding));
}
