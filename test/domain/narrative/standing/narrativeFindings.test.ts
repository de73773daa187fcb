import { narrativeFindings } from "../../../../src/domain/narrative/standing/narrativeFindings";
import { formatAddress } from "../../../../src/domain/workbook/cellAddress";
import {
  laidOut,
  LINES,
  paragraph,
  retype,
  stand,
  withoutLastYear,
  withoutReason,
} from "./standingSet";
import { MemoryWorkbook } from "../../../../src/adapters/memory/memoryWorkbook";

const findings = async (workbook: MemoryWorkbook) =>
  narrativeFindings((await stand(workbook)).sections).map(
    ({ code, state, level, explanation, cells }) => ({
      what: [code, state, level].join(" "),
      explanation,
      cells: cells.map(formatAddress),
    }),
  );

test("nothing is found where all is as the figures write it, with its reasons", async () => {
  expect(await findings(laidOut())).toEqual([]);
});

test("another wording is no finding", async () => {
  const workbook = laidOut();
  await retype(workbook, "一.1", (text) => text.replace("主要是因为", "原因主要是"));
  expect(await findings(workbook)).toEqual([]);
});

test("a figure that differs from the tables is told with both", async () => {
  const workbook = laidOut();
  await retype(workbook, "三.1", (text) => text.replace("1925.00", "1925.01"));
  expect(await findings(workbook)).toEqual([
    {
      what: "K571 failed must-hold",
      explanation: expect.stringMatching(
        /^情况说明第三节（A8）改写过，与表里的数不符：“.*1925\.01.*1925\.00.*恢复自动取数。$/u,
      ),
      cells: ["情况说明!A8"],
    },
  ]);
});

test("an amount that the workbook does not have was not checked", async () => {
  const workbook = laidOut();
  await retype(workbook, "二.1", (text) => `${text}慰问困难职工支出12.34万元。`);
  expect(await findings(workbook)).toEqual([
    {
      what: "K571 undetermined must-hold",
      explanation: expect.stringContaining("12.34万元”。请核对来源。"),
      cells: ["情况说明!A6"],
    },
  ]);
});

test("figures that hang on what nobody gave were not checked", async () => {
  const workbook = laidOut(withoutLastYear);
  await retype(workbook, "一.1", () => "收、支总计2000.00万元，与上年相比减少500.00万元。");
  expect(await findings(workbook)).toEqual([
    {
      what: "K571 undetermined must-hold",
      explanation: expect.stringContaining("可工作簿里没有“上年收入支出总计”"),
      cells: ["情况说明!A4", expect.stringMatching(/^补充资料!C/u)],
    },
  ]);
});

test("a reason that is missing is told with the figures that ask for it", async () => {
  expect(await findings(laidOut(withoutReason))).toEqual([
    {
      what: "K572 failed explain",
      explanation: expect.stringMatching(
        /^情况说明第一节（A4）“与上年相比，减少500\.00万元，下降20%，主要是因为：”后面缺“收入支出总计增减原因”。请在补充资料!D5填写。$/u,
      ),
      cells: ["补充资料!D5", "情况说明!A4"],
    },
  ]);
});

test("a reason that somebody wrote into the sentence is not missing", async () => {
  const workbook = laidOut(withoutReason);
  await retype(workbook, "一.1", (text) => text.replace(/【缺：.*】/u, "上年有一次性项目"));
  expect(await findings(workbook)).toEqual([]);
});

test("whether a reason is wanted cannot be told without last year's figure", async () => {
  expect(await findings(laidOut(withoutLastYear))).toEqual([
    {
      what: "K572 undetermined explain",
      explanation: expect.stringContaining("补充资料还缺上年收入支出总计"),
      cells: [expect.stringMatching(/^补充资料!C/u)],
    },
  ]);
});

test("a workbook that we did not lay out has none of these findings", async () => {
  const { sheets } = await laidOut(withoutReason).read();
  const others = MemoryWorkbook.fromSnapshot({
    sheets: sheets.filter(({ name }) => name !== LINES),
  });
  expect(paragraph(await stand(others), "一.1").gaps).toHaveLength(1);
  expect(await findings(others)).toEqual([]);
});
