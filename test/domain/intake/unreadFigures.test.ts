import { intakeOf } from "../../../src/domain/intake/intake";
import { parsePosition } from "../../../src/domain/workbook/cellAddress";
import { NO_RESULT, type CellValue } from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const { sheets } = snapshotOf(quanbiaoyoushu);

/** The sample with something else in D8 of 02, a figure among 财政拨款收入. */
function withD8(value: CellValue, extraFile = false) {
  const at = parsePosition("D8")!;
  const changed = sheets.map((sheet) =>
    sheet.name !== "公开02表"
      ? sheet
      : {
          ...sheet,
          values: sheet.values.map((row, index) =>
            index + 1 === at.row
              ? row.map((each, place) => (place + 1 === at.column ? value : each))
              : row,
          ),
        },
  );
  const files = [{ name: "全套.xlsx", snapshot: { sheets: changed } }];
  const other = { name: "封面.xlsx", snapshot: { sheets: sheets.slice(0, 1) } };
  return intakeOf(extraFile ? [...files, other] : files, template);
}

const figuresOf02 = (intake: ReturnType<typeof withD8>) =>
  intake.tables.find(({ table }) => table.key === "revenue")!.figures;
const before = figuresOf02(withD8(676.4));

test.each<[CellValue, string]>([
  ["198,875.23元", "写的是“198,875.23元”，不是数：文字照原样，不算数；请改成数字，单位写在表头。"],
  [
    "5.84(净值）",
    "写的是“5.84(净值）”，数后面写了“净值”：照原样，不算数；请只留数字，说明写到备注里。",
  ],
  ["约12万", "写的是“约12万”，不是数：文字照原样，不算数；请改成数字，单位写在表头。"],
  [{ error: "#REF!" }, "是错误值 #REF!，没有取；请改好公式，或填上数字。"],
  [{ error: NO_RESULT }, "的公式没有结果，没有取；请在 Excel 或 WPS 中打开并保存一次再取。"],
])("%j in a figure cell is named, and counts as no figure", (value, words) => {
  const intake = withD8(value);
  expect(intake.unread.map(({ message }) => message)).toEqual([
    `《收入决算表》公开02表!D8 ${words}`,
  ]);
  expect(figuresOf02(intake)).toBe(before - 1);
});

test.each<[CellValue]>([[null], ["—"], ["/"], ["无"]])(
  "%j is nothing to tell, and no figure",
  (value) => {
    const intake = withD8(value);
    expect(intake.unread).toEqual([]);
    expect(figuresOf02(intake)).toBe(before - 1);
  },
);

test("of several files the one is named", () => {
  const [first] = withD8("约12万", true).unread;
  expect(first?.message).toMatch(/^《收入决算表》全套\.xlsx 公开02表!D8 /u);
});
