import { rescaleFigures } from "../../src/application/rescaleFigures";
import { rescaleJson } from "../../src/cli/formats/rescaleJson";
import { balanceText } from "../../src/cli/formats/rescaleText";
import { smallSet } from "../domain/rescaling/smallSet";

const inYuan = () => "元" as const;

/** One that cannot be balanced, and one that is easily. */
const set = smallSet({
  甲表: { rows: { 一: 50, 二: 99, 合计: 149 }, sums: { 合计: ["一", "二"] } },
  乙表: { rows: { 一: 10044, 二: 10044, 合计: 20088 }, sums: { 合计: ["一", "二"] } },
});
const done = rescaleFigures(set.template, set.source, inYuan);
const stopped = rescaleFigures(set.template, set.source, inYuan, { branches: 0, steps: 0 });

test("a search that ended early is said apart from what cannot be balanced", () => {
  expect(balanceText(done)).toContain("调不平，按四舍五入留有尾差（1）");
  expect(balanceText(done)).not.toContain("没有试完");
  const text = balanceText(stopped);
  expect(text).not.toContain("调不平，");
  expect(text).toContain("没有试完所有取舍就停了，留有尾差，也许调得平（2）");
});

test("and in --json", () => {
  const givenUp = (rescaled: typeof done) => {
    const { template } = set;
    const recognised = {
      template,
      disclosure: set.source,
      unitName: "",
      unitNames: [],
      unread: [],
      missing: [],
    };
    const json = rescaleJson(
      { file: "a", output: "b" },
      { ...recognised, ...rescaled, bytes: new Uint8Array() },
    ) as { unbalanced: { givenUp: boolean }[] };
    return json.unbalanced.map((each) => each.givenUp);
  };
  expect(givenUp(done)).toEqual([false]);
  expect(givenUp(stopped)).toEqual([true, true]);
});
