import { readWorkbook } from "../../support/readWorkbook";
import {
  BIFF5,
  bool,
  label,
  makeBiff,
  merges,
  number,
  numbers,
  oldLabel,
  record,
  shared,
  strings,
  sum,
} from "../guard/worstKinds/biffStream";
import { makeOle } from "../guard/worstKinds/oleFile";

/** 收入决算表 and 合计 in GBK. */
const TITLE = [0xca, 0xd5, 0xc8, 0xeb, 0xbe, 0xf6, 0xcb, 0xe3, 0xb1, 0xed];
const TOTAL = [0xba, 0xcf, 0xbc, 0xc6];
/** 镕, which GBK has and GB2312 has not. */
const RARE = [0xe9, 0x46];
const GBK = record(0x42, 0xa8, 0x03);

test("cells of every kind", async () => {
  const cells = [
    ...number(0, 0, 1234.56),
    ...label(0, 1, "一般公共服务"),
    ...shared(0, 2, 1),
    ...bool(0, 3, 1),
    ...bool(0, 4, 0x07, 1),
    ...numbers(1, 0, [1, 2.5, 0]),
    ...sum(2, 0, 3.5),
  ];
  const globals = strings(2, "甲", "𠮷乙");
  const { sheets } = await readWorkbook(
    makeOle(makeBiff([{ cells, name: "公开01表" }], { globals })),
  );
  expect(sheets).toEqual([
    {
      id: "公开01表",
      name: "公开01表",
      visibility: "visible",
      values: [[1234.56, "一般公共服务", "𠮷乙", true, { error: "#DIV/0!" }], [1, 2.5, 0], [3.5]],
      formulas: new Map([["A3", "SUM(B1:B2)"]]),
      merges: [],
    },
  ]);
});

test("merges, and sheets in the order of their tabs with how they are hidden; charts are left out", async () => {
  const { sheets } = await readWorkbook(
    makeOle(
      makeBiff(
        [
          {
            name: "甲",
            cells: [...number(0, 0, 1), ...number(0, 1, 9), ...merges(1, [0, 1, 0, 2])],
          },
          { name: "图", kind: 2, cells: [] },
          { name: "乙", cells: number(0, 0, 2), visibility: 1 },
          { name: "丙", cells: number(0, 0, 3), visibility: 2 },
        ],
        { order: [3, 1, 0, 2] },
      ),
    ),
  );
  expect(sheets.map(({ name, visibility, values }) => [name, visibility, values])).toEqual([
    ["甲", "visible", [[1, null]]],
    ["乙", "hidden", [[2]]],
    ["丙", "veryHidden", [[3]]],
  ]);
  expect(sheets[0]?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }]);
});

test("a protected sheet is read like any other", async () => {
  const cells = [...record(0x12, 1, 0), ...record(0x13, 0x34, 0x12), ...number(0, 0, 7)];
  const { sheets } = await readWorkbook(makeOle(makeBiff([{ cells }])));
  expect(sheets[0]?.values).toEqual([[7]]);
});

test.each([
  ["that says so", GBK],
  ["that does not say so", []],
])("Chinese of Excel 95 in a workbook %s", async (_, globals) => {
  const cells = [...oldLabel(0, 0, TOTAL), ...oldLabel(0, 1, RARE), ...number(1, 0, 7)];
  const stream = makeBiff([{ name: TITLE, cells }], { version: BIFF5, globals });
  const { sheets } = await readWorkbook(makeOle(stream, { name: "Book" }));
  expect(sheets[0]?.name).toBe("收入决算表");
  expect(sheets[0]?.values).toEqual([["合计", "镕"], [7]]);
});

test("a code page beside Unicode texts says nothing", async () => {
  const globals = [...GBK, ...strings(1, "决算")];
  const cells = [...shared(0, 0, 0), ...label(0, 1, "合计")];
  const { sheets } = await readWorkbook(makeOle(makeBiff([{ cells, name: "收入" }], { globals })));
  expect(sheets[0]?.name).toBe("收入");
  expect(sheets[0]?.values).toEqual([["决算", "合计"]]);
});

test("the bare records that programs write themselves", async () => {
  const bytes = Uint8Array.from([
    ...record(0x0809, 0, 0, 0x10, 0, 0, 0, 0, 0),
    ...oldLabel(0, 0, TOTAL),
    ...number(0, 1, 12.5),
    ...record(0x0a),
  ]);
  const { sheets } = await readWorkbook(bytes);
  expect(sheets[0]?.values).toEqual([["合计", 12.5]]);
});

test("nothing of the library reaches the person's terminal", async () => {
  const error = jest.spyOn(console, "error");
  const cells = [...record(0x7777, 1, 2, 3), ...number(0, 0, 7)];
  await readWorkbook(makeOle(makeBiff([{ cells }])));
  expect(error).not.toHaveBeenCalled();
});
