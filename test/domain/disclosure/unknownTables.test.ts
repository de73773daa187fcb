import { recognise } from "../../../src/domain/disclosure/recognise";
import type { SheetSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { PUBLISHED_2020 } from "../../support/published2020";
import { hunan2020 } from "../../support/recogniseTsv";
import { tsvSheet } from "../../support/tsvWorkbook";

const messagesOf = (...sheets: SheetSnapshot[]) =>
  recognise({ sheets }, hunan2020).problems.map(({ message }) => message);

const revenue = PUBLISHED_2020.revenue.trim();
const renamed = revenue.replace("收入决算表", "部门收入情况表");

test("a table with another title below one that was read is named", () => {
  const [message, ...others] = messagesOf(
    tsvSheet("合在一起", `${PUBLISHED_2020.expenditure.trim()}\n\n${renamed}`),
  );
  expect(others).toEqual([]);
  expect(message).toMatch(
    /^工作表“合在一起”的 A\d+“部门收入情况表”不是样表的表名，下面的数字没有读；/u,
  );
});

test.each([
  ["without figures", `${revenue}\n\n部门收入情况表\n（略）`],
  ["of the package, once more", `${revenue}\n\n${revenue}`],
  ["in a note", `${revenue}\n注：本表反映部门收入，详见收入明细表`],
])("a title %s is none of it", (_, tsv) => {
  expect(messagesOf(tsvSheet("表", tsv)).filter((each) => each.includes("不是样表的表名"))).toEqual(
    [],
  );
});

test("a table merged into one cell says why it is not there", () => {
  const sheet = tsvSheet("公开02表", revenue);
  const merged: SheetSnapshot = {
    ...sheet,
    values: [[sheet.values[0]![0]!]],
    merges: [{ top: 1, left: 1, bottom: 30, right: 9 }],
  };
  expect(messagesOf(merged)).toEqual([
    "《收入决算表》从表题起整片合并成了一格（A1:I30），里面的表头和数读不出来；请取消合并后重新填写，或换一个没有合并的文件。",
  ]);
});

test("a title over two rows without figures is a list of contents still", () => {
  const sheet = tsvSheet("目录页", revenue);
  const merged: SheetSnapshot = {
    ...sheet,
    values: [[sheet.values[0]![0]!]],
    merges: [{ top: 1, left: 1, bottom: 2, right: 9 }],
  };
  expect(messagesOf(merged)).toEqual([]);
});
