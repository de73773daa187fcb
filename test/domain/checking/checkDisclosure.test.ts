import { checkDisclosure } from "../../../src/domain/checking/checkDisclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { seed001Corrected } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

test("hints stand among the findings and are not counted as 不符", () => {
  const template = shippedTemplate();
  const disclosure = recognise(snapshotOf(seed001Corrected), template.structure);
  const { findings, summary } = checkDisclosure(disclosure, template);
  expect(findings.some(({ level }) => level === "advice")).toBe(true);
  expect(summary).toMatchObject({ failed: 0, roundingTail: 1, undetermined: 0 });
});
