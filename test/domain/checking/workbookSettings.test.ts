import { readSettings, withSettings } from "../../../src/domain/checking/workbookSettings";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const digitsOf = (percentDecimals?: number) =>
  withSettings(template, percentDecimals === undefined ? {} : { percentDecimals });

test.each<[string, unknown, object]>([
  ["two decimals", { percentDecimals: 2 }, { percentDecimals: 2 }],
  ["none at all", { percentDecimals: 0 }, { percentDecimals: 0 }],
  ["more than a percentage can have", { percentDecimals: 5 }, {}],
  ["less than none", { percentDecimals: -1 }, {}],
  ["half of one", { percentDecimals: 1.5 }, {}],
  ["text", { percentDecimals: "2" }, {}],
  ["another thing", [2], {}],
  ["nothing", undefined, {}],
])("a workbook that keeps %s", (_, settings, expected) => {
  expect(readSettings({ kind: "state", sections: { settings } })).toEqual(expected);
});

test.each(["none", "newer", "damaged"] as const)("of a state that is %s, none", (kind) => {
  expect(readSettings({ kind })).toEqual({});
});

test("the same choice gives the same template, and the package's own gives that back", () => {
  const two = digitsOf(2);
  expect(two.structure.definition.percentDecimals).toBe(2);
  expect(digitsOf(2)).toBe(two);
  expect(withSettings(two, { percentDecimals: 2 })).toBe(two);
  expect(withSettings(two, {})).toBe(template);
  expect(withSettings(two, { percentDecimals: 1 })).toBe(template);
  expect(withSettings(two, { percentDecimals: 3 })).toBe(digitsOf(3));
});
