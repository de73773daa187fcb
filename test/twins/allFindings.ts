import { checkDisclosure } from "../../src/domain/checking/checkDisclosure";
import type { Finding } from "../../src/domain/checking/finding";
import type { Disclosure } from "../../src/domain/disclosure/disclosure";
import { recognise } from "../../src/domain/disclosure/recognise";
import { readEvaluationForm } from "../../src/domain/evaluation/readEvaluationForm";
import { scoreEvaluation } from "../../src/domain/evaluation/scoreEvaluation";
import type { Golden } from "../support/goldenText";
import { snapshotOf } from "../support/goldenWorkbook";
import { shippedTemplate } from "../support/native";

export const template = shippedTemplate("hunan-2020");

export function read(workbook: Golden): Disclosure {
  return recognise(snapshotOf(workbook), template.structure);
}

/** Of the tables and of the 自评表. */
export function allFindings(disclosure: Disclosure): readonly Finding[] {
  const placed = disclosure.placement.tables.get("selfEvaluation");
  const form = placed && readEvaluationForm(disclosure.snapshot, placed);
  const score = form ? scoreEvaluation(template, disclosure, form).findings : [];
  return [...checkDisclosure(disclosure, template).findings, ...score];
}
