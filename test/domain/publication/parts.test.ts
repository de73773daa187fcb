import { stateSheet } from "../../../src/domain/workbook/stateSheet";
import {
  spansOf,
  untoldExtras,
  type SheetExtras,
} from "../../../src/domain/workbook/workbookExtras";
import type {
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../../src/domain/workbook/workbookSnapshot";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { clearFigures, deleteColumn, dropSheet, typeInto } from "../../golden/damages";
import { loadGolden } from "../../support/goldenText";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { layOutGolden, shippedTemplate } from "../../support/native";
import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { PUBLISHED, snapshotWith, topicLines, withTexts } from "./readyLines";

const NOTHING = { hiddenRows: [], hiddenColumns: [], comments: [], links: [] };

function sheetExtras(name: string, found: Partial<SheetExtras>): { sheets: SheetExtras[] } {
  return { sheets: [{ name, ...NOTHING, ...found }] };
}

function hide(name: string, visibility: SheetSnapshot["visibility"]): WorkbookSnapshot {
  const { sheets } = snapshotWith(withTexts("底稿"));
  return {
    sheets: sheets.map((sheet) => (sheet.name === name ? { ...sheet, visibility } : sheet)),
  };
}

describe("隐藏的工作表", () => {
  test("none", () => {
    expect(topicLines("hidden-sheets", snapshotWith())).toMatchObject([{ state: "passed" }]);
  });

  test("a person's own is named, and how deep it lies", () => {
    const [hidden] = topicLines("hidden-sheets", hide("情况说明", "hidden"));
    expect(hidden).toMatchObject({
      state: "failed",
      what: expect.stringContaining("“情况说明”") as string,
    });
    expect(hidden?.what).not.toContain("深度隐藏");
    const [deep] = topicLines("hidden-sheets", hide("情况说明", "veryHidden"));
    expect(deep?.what).toContain("深度隐藏");
  });

  test("ours is named as ours", async () => {
    const plan = stateSheet({ figures: 1 });
    const own = await MemoryWorkbook.fromPlan({
      sheets: [{ ...plan, name: "封面", visibility: "visible" }, plan],
      styles: new Map(),
      properties: {},
    }).read();
    const state = own.sheets.filter(({ visibility }) => visibility !== "visible");
    const [only] = topicLines("hidden-sheets", { sheets: [...snapshotWith().sheets, ...state] });
    expect(only?.state).toBe("failed");
    expect(only?.what).toContain("“决算公开助手”是本工具的");
    expect(only?.what).toContain("发布时去除");
  });
});

describe("a set laid out by us", () => {
  const plan = layOutGolden(quanbiaoyoushu, shippedTemplate("hunan-2020"));
  const workbook = MemoryWorkbook.fromPlan(plan);

  test("names its own sheets and columns, and nothing of the person's", async () => {
    const snapshot = await workbook.read();
    const extras = await workbook.inspect();
    expect(topicLines("hidden-sheets", snapshot, extras).map(({ what }) => what)).toEqual([
      expect.stringContaining("“计算”是本工具的"),
      expect.stringContaining("“说明计算”是本工具的，供情况说明计算用"),
    ]);
    expect(topicLines("working-sheets", snapshot, extras)[0]).toMatchObject({
      state: "failed",
      cells: expect.arrayContaining(["审核!A1", "补充资料!A1"]) as string[],
    });
    expect(topicLines("hidden-lines", snapshot, extras).map(({ what }) => what)).toEqual([
      expect.stringContaining("本工具隐藏的审核列"),
    ]);
  });

  test.each(["phones", "other-years", "error-values", "bank-accounts"] as const)(
    "%s passes",
    async (topic) => {
      const lines = topicLines(topic, await workbook.read(), await workbook.inspect());
      expect(lines.map(({ state }) => state)).toEqual(["passed"]);
    },
  );
});

test("leftovers in a set of ours: 某某 stands in the unit's name for another", async () => {
  const plan = layOutGolden(quanbiaoyoushu, shippedTemplate("hunan-2020"));
  const [only, more] = topicLines("leftovers", await MemoryWorkbook.fromPlan(plan).read());
  expect(only?.what).toBe("还留着“某某”。请填好或删去。");
  expect(more).toBeUndefined();
});

test("补充资料 is no part of what is published", () => {
  expect(topicLines("working-sheets", snapshotOf(quanbiaoyoushu))).toMatchObject([
    { state: "failed", cells: ["补充资料!A1", "分项补充资料!A1"] },
  ]);
  expect(topicLines("working-sheets", snapshotWith())).toMatchObject([{ state: "passed" }]);
});

describe("隐藏的行和列", () => {
  test.each([
    ["rows with figures", { hiddenRows: [{ first: 8, last: 9 }] }, "第 8 至 9 行", "公开02表!A8"],
    ["one column", { hiddenColumns: [{ first: 2, last: 2 }] }, "B 列", "公开02表!B5"],
  ])("%s", (_, found, words, cell) => {
    const [only] = topicLines("hidden-lines", snapshotWith(), sheetExtras("公开02表", found));
    expect(only?.state).toBe("failed");
    expect(only?.what).toContain(words);
    expect(only?.cells[0]).toBe(cell);
  });

  test("the indent of a paragraph that does not apply is nothing", () => {
    const snapshot = snapshotWith(withTexts("一、总体情况", "　　"));
    const extras = sheetExtras("情况说明", { hiddenRows: [{ first: 2, last: 2 }] });
    expect(topicLines("hidden-lines", snapshot, extras)).toMatchObject([{ state: "passed" }]);
    const said = snapshotWith(withTexts("一、总体情况", "　　公务接待费无预算、无支出。"));
    expect(topicLines("hidden-lines", said, extras)).toMatchObject([{ state: "failed" }]);
  });

  test("blank ones hide nothing", () => {
    const extras = sheetExtras("公开02表", {
      hiddenRows: [{ first: 500, last: 1_048_576 }],
      hiddenColumns: [{ first: 40, last: 16_384 }],
    });
    expect(topicLines("hidden-lines", snapshotWith(), extras)).toMatchObject([{ state: "passed" }]);
  });
});

test.each([
  [[], []],
  [[3, 1, 2, 2], [{ first: 1, last: 3 }]],
  [
    [1, 3],
    [
      { first: 1, last: 1 },
      { first: 3, last: 3 },
    ],
  ],
])("spans of %j", (lines, spans) => {
  expect(spansOf(lines)).toEqual(spans);
});

describe("批注", () => {
  test("each is a place to look at", () => {
    const comments = [{ kind: "note", row: 8, column: 2, text: "张三：\n请核对" }] as const;
    expect(topicLines("comments", snapshotWith(), sheetExtras("公开02表", { comments }))).toEqual([
      {
        state: "failed",
        what: "有 1 条批注：B8“张三： 请核对”。请看过后删去。",
        cells: ["公开02表!B8"],
      },
    ]);
  });

  test("where notes are not told, none found is no pass", () => {
    const untold = new Map([["notes", "host"]] as const);
    expect(topicLines("comments", snapshotWith(), { untold }).map(({ state }) => state)).toEqual([
      "unchecked",
    ]);
  });
});

describe("外部链接", () => {
  test.each([
    ["another workbook", "=[预算.xlsx]表!A1", "failed"],
    ["one with a path", "='D:\\底稿\\[预算.xlsx]表'!A1", "failed"],
    ["a web page", '=HYPERLINK("https://example.com","看")', "failed"],
    ["this workbook", "=公开02表!B8", "passed"],
    ["brackets in a text", '="[1]表!"', "passed"],
  ])("%s", (_, formula, state) => {
    const [only] = topicLines("links", snapshotWith(withTexts(formula)));
    expect(only).toMatchObject({ state, cells: state === "failed" ? ["情况说明!A1"] : [] });
  });

  test("a linked workbook is named without its path", () => {
    const [only] = topicLines("links", snapshotWith(), {
      sources: ["file:///D:\\%E5%BA%95%E7%A8%BF\\预算.xlsx"],
    });
    expect(only?.what).toContain("“预算.xlsx”");
    expect(only?.what).not.toContain("D:");
  });

  test.each([
    ["file:///C:/a.xlsx", "failed"],
    ["https://example.gov.cn/", "confirm"],
  ])("a link to %s", (target, state) => {
    const links = [{ row: 1, column: 1, target }];
    expect(topicLines("links", snapshotWith(), sheetExtras("封面", { links }))).toMatchObject([
      { state, cells: ["封面!A1"] },
    ]);
  });
});

describe("作者和单位信息", () => {
  test("each that is filled is named", () => {
    const properties = { author: "张三", lastAuthor: " ", company: "某局" };
    const [only] = topicLines("properties", snapshotWith(), { properties });
    expect(only).toMatchObject({ state: "failed" });
    expect(only?.what).toContain("作者“张三”、单位“某局”");
  });

  test("none", () => {
    expect(topicLines("properties", snapshotWith())).toMatchObject([{ state: "passed" }]);
  });
});

test.each(["hidden-lines", "comments", "links", "properties"] as const)(
  "%s is unchecked, with the reason, where the file does not tell",
  (topic) => {
    const lines = topicLines(topic, snapshotWith(), untoldExtras("format"));
    expect(new Set(lines.map(({ state }) => state))).toEqual(new Set(["unchecked"]));
    expect(lines[0]?.what).toContain("请另存为 .xlsx");
  },
);

describe("错误值", () => {
  test.each([
    ["an error", "#REF!", "failed"],
    ["a formula without a result", "=1+1", "unchecked"],
    ["a text about errors", "公式显示#REF!时请重填", "passed"],
  ])("%s", (_, text, state) => {
    expect(topicLines("error-values", snapshotWith(withTexts(text)))).toMatchObject([{ state }]);
  });
});

describe("检查评比的几项", () => {
  test("what no workbook knows is for the person to confirm", () => {
    for (const topic of ["timeliness", "manner"] as const) {
      const [only] = topicLines(topic, snapshotWith());
      expect(only).toMatchObject({
        state: "unchecked",
        what: expect.stringMatching(/^要人工确认/u) as string,
      });
    }
  });

  test("完整性: nine tables", () => {
    expect(topicLines("completeness", snapshotWith())).toMatchObject([{ state: "passed" }]);
    const [missing] = topicLines("completeness", snapshotWith(dropSheet("公开09表")));
    expect(missing).toMatchObject({
      state: "failed",
      what: expect.stringContaining("公开09表") as string,
    });
  });

  test("完整性: a table on a hidden sheet is not published", () => {
    const [hidden] = topicLines("completeness", hide("公开08表", "hidden"));
    expect(hidden).toMatchObject({
      state: "failed",
      what: expect.stringContaining("隐藏") as string,
    });
  });

  test("真实性: the figures agree, differ, or cannot be compared", () => {
    const states = (snapshot: WorkbookSnapshot) =>
      topicLines("truth", snapshot).map(({ state }) => state);
    expect(states(snapshotWith())).toEqual(["passed", "unchecked"]);
    expect(states(snapshotOf(seed001))).toEqual(["failed", "unchecked"]);
    expect(states(snapshotWith(typeInto("公开02表", "B9", "约一千")))).toContain("unchecked");
    expect(states(snapshotWith(dropSheet("公开02表")))).toEqual(["unchecked", "unchecked"]);
  });

  test("真实性: nothing was compared where no table has figures", () => {
    const form = loadGolden(
      "form",
      PUBLISHED.sheets.map(({ name }) => name),
    );
    expect(
      topicLines("truth", snapshotOf(form)).map(({ state, what }) => `${state} ${what}`),
    ).toEqual([
      "unchecked 没有核对：表里还没有数。",
      expect.stringMatching(/^unchecked 要人工确认/u),
    ]);
  });

  test("真实性: a table without figures is no difference, the others are compared", () => {
    const cleared = topicLines("truth", snapshotWith(clearFigures("公开06表")));
    expect(cleared[0]?.what).toBe("没有填数的表没有核对。");
    expect(cleared.map(({ what }) => what).join()).not.toContain("K314");
  });

  test("必须改: as many as the check finds", () => {
    const [only] = topicLines("must-fix", snapshotOf(seed001));
    expect(only).toMatchObject({
      state: "failed",
      what: expect.stringContaining("2 处必须改") as string,
    });
  });

  test("细化程度: 三公 without its columns, and without its table", () => {
    const [without] = topicLines(
      "detail",
      snapshotWith(deleteColumn("公开07表", 10), deleteColumn("公开07表", 4)),
    );
    expect(without).toMatchObject({
      state: "failed",
      what: expect.stringContaining("公务用车购置费") as string,
    });
    const [none] = topicLines("detail", snapshotWith(dropSheet("公开07表")));
    expect(none).toMatchObject({ state: "unchecked" });
  });

  test("细化程度: what the text says of each that was spent", () => {
    const words = [
      "因公出国（境）费4.60万元，出国团组1个，累计3人次。",
      "公务用车购置费18.50万元，购置1辆；公务用车运行维护费11.20万元，年末保有量4辆。",
      "公务接待费3.10万元，国内接待12批次、80人次。",
      "机关运行经费、政府采购、国有资产占用和预算绩效情况如下。",
    ];
    const told = topicLines("detail", snapshotWith(withTexts(...words)));
    expect(told.map(({ state }) => state)).toEqual(["passed", "passed"]);
    const short = topicLines(
      "detail",
      snapshotWith(withTexts(...words.slice(1, 2), "公务接待费3.10万元。")),
    );
    expect(short.map(({ state, what }) => `${state} ${what}`)).toEqual([
      expect.stringMatching(/^passed/u),
      "failed 公务接待费有支出，说明里没有写批次和人次数。",
      expect.stringMatching(
        /^confirm .*因公出国（境）费、机关运行经费、政府采购支出、国有资产占用情况、预算绩效情况/u,
      ),
    ]);
    const none = topicLines("detail", snapshotWith());
    expect(none.map(({ state }) => state)).toEqual(["passed", "unchecked"]);
  });
});
