import { DAMAGES } from "../golden/damages";
import { seed001Corrected } from "../golden/seed001";
import { gongkai, inOwnFolder, saveGolden } from "./cliRun";

inOwnFolder();

/** Exit code, and what the text has to say. */
const EXPECTED: Readonly<Record<keyof typeof DAMAGES, readonly [code: number, says: RegExp]>> = {
  "text in a figure cell": [0, /数据不足（\d+）\n.*公开01表 C7.*见附件/u],
  "a dash in a figure cell": [0, /不符 \d+ · 数据不足 0/u],
  "a full-width number": [1, /必须改（\d+）\n.*1309\.40/u],
  "a number as text": [0, /不符 \d+ · 数据不足 0/u],
  "brackets for a negative": [1, /有负数.*-12\.50/u],
  "a figure with a remark": [0, /数据不足（\d+）\n.*5\.84\(净值）/u],
  "a formula without a result": [0, /的公式没有结果，请在 Excel 或 WPS 中打开并保存一次/u],
  "a merged figure cell": [0, /《收入决算表》的 E7 被合并到别的单元格里/u],
  "a deleted column": [0, /《支出决算表》里没有找到“基本支出”这一列/u],
  "a deleted row": [0, /没有找到“八、其他收入”这一行/u],
  "a table that is missing": [
    1,
    /没有找到《一般公共预算财政拨款支出决算表》（公开05表）.*\n.*K301/u,
  ],
  "a table that stands twice": [0, /《收入决算表》不止一张/u],
  "several tables on one sheet": [0, /国有资本经营预算财政拨款支出决算表　公开05表!A\d+:E\d+/u],
  "straight quotation marks": [0, /财政拨款“三公”经费支出决算表　公开07表/u],
  "合计 below the codes": [0, /支出决算表　公开03表!A1:H\d+/u],
};

test.each(Object.entries(DAMAGES))("%s is lived through and said", async (name, damage) => {
  await saveGolden("damaged.xlsx", damage(seed001Corrected));
  const [code, says] = EXPECTED[name]!;
  const checked = await gongkai("check", "damaged.xlsx");
  expect(checked.out).toMatch(says);
  expect({ code: checked.code, note: checked.note }).toEqual({ code, note: "" });
});

test.each(["text in a figure cell", "a table that stands twice", "a deleted column"])(
  "a set is laid out from a workbook with %s",
  async (name) => {
    await saveGolden("damaged.xlsx", DAMAGES[name]!(seed001Corrected));
    const laidOut = await gongkai(
      ...["layout", "--template", "hunan-2020", "--unit", "某某局", "--force"],
      ...["--figures", "damaged.xlsx", "-o", "new.xlsx"],
    );
    expect(laidOut.code).toBe(0);
    const { tables } = JSON.parse((await gongkai("check", "new.xlsx", "--json")).out) as {
      tables: unknown[];
    };
    expect(tables).toHaveLength(12);
  },
);
