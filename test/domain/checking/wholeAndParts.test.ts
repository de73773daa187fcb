import { recognise } from "../../../src/domain/disclosure/recognise";
import { onSheet, typeInto, type Damage } from "../../golden/damages";
import { fiscalOnly } from "../../golden/fiscalOnly";
import { snapshotOf } from "../../support/goldenWorkbook";
import { verdictsOf } from "../../support/movedFigures";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const BY_CODE = ["K224", "K225", "K226", "K227", "K228", "K229", "K230", "K231"];

function statesAfter(damage: Damage, code: string) {
  const disclosure = recognise(snapshotOf(damage(fiscalOnly)), template.structure);
  const relation = template.relations.find((each) => each.code === code)!;
  return new Set(verdictsOf(relation, disclosure, template).map(({ state }) => state));
}

const listingOnly = (sheet: string, length: number) =>
  onSheet(sheet, (rows) =>
    rows.filter(([code = ""]) => !/^'[0-9]+$/u.test(code) || code.length === length + 1),
  );

describe("a whole and its parts by code", () => {
  test.each(BY_CODE)("%s: a print that stops at 类 says nothing about its items", (code) => {
    expect(statesAfter(listingOnly("公开05表", 3), code)).toEqual(new Set(["passed"]));
  });

  test.each(BY_CODE)("%s: a print that lists 项 alone adds up to its 类", (code) => {
    expect(statesAfter(listingOnly("公开05表", 7), code)).toEqual(new Set(["passed"]));
  });

  test.each([
    ["本年收入", "C33"],
    ["使用非财政拨款结余", "C34"],
    ["年初", "C35"],
    ["结余分配", "F34"],
    ["年末", "F35"],
  ])("with other money in %s, a code need not be 财政拨款 alone", (_what, address) => {
    expect(statesAfter(typeInto("公开01表", address, "5.00"), "K227")).toEqual(
      new Set(["notApplicable"]),
    );
  });
});
