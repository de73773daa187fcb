import { checkProse } from "../../../../src/domain/narrative/prose/checkProse";
import { knownAmounts } from "../../../../src/domain/narrative/knownAmounts";
import { narrate } from "../../../../src/domain/narrative/narrate";
import { recognise } from "../../../../src/domain/disclosure/recognise";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { seed001 } from "../../../golden/seed001";
import { snapshotOf } from "../../../support/goldenWorkbook";
import { shippedTemplate } from "../../../support/native";

const template = shippedTemplate();

describe.each([quanbiaoyoushu, seed001])("our own sentences of a set", (golden) => {
  const disclosure = recognise(snapshotOf(golden), template.structure);
  const text = narrate(disclosure, template)
    .flatMap(({ number, title, paragraphs }) => [
      `${number}、${title}`,
      ...paragraphs.map((paragraph) => paragraph.text),
    ])
    .join("\n");

  test.each([
    ["by themselves", undefined],
    ["with the workbook", knownAmounts(disclosure)],
  ])("are nowhere wrong when they are read %s", (_, known) => {
    const faults = checkProse(text, known)
      .filter(({ verdict }) => verdict === "wrong" || verdict === "inconsistent")
      .map(({ quote, explanation }) => `${quote}｜${explanation}`);
    expect(faults).toEqual([]);
  });
});
