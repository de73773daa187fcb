import type { GoldenSheet } from "../goldenText";
import {
  basicIn,
  type Change,
  inOrder,
  inTrees,
  only,
  titled,
  withoutColumn,
  splitCodes,
  asText,
  padded,
} from "./changes";
import { type Form, headLabels, isFigure, replaceColumn, sheetOf } from "./form";
import type { Layout } from "./layouts";

/** A layout that leaves open what some figures mean. */
export interface RefusedLayout extends Layout {
  /** What is said first of the set in which all tables are filled. */
  readonly says: string;
}

const headed = (numbers: string, labels: Readonly<Record<string, string>>): Change =>
  only(numbers, (form) => headLabels(form, (label) => labels[label] ?? label));

/** 项目 down, 预算数 and 决算数 across. */
const upright: Change = only("07", (form) => {
  const figures = form.rows.flat().filter(isFigure);
  const items = [
    "合计",
    "一、因公出国（境）费",
    "二、公务用车购置及运行费",
    "（一）公务用车购置费",
    "（二）公务用车运行费",
    "三、公务接待费",
  ];
  return {
    ...form,
    above: form.above.map((row) => row.slice(0, 4)),
    head: [["项目", "行次", "预算数", "决算数"]],
    columnNumbers: [["栏次", "", "1", "2"]],
    rows: items.map((item, line) => [
      item,
      String(line + 1),
      figures[line] ?? "",
      figures[line + items.length] ?? "",
    ]),
    below: form.below.map((row) => row.slice(0, 4)),
  };
});

/** 收入 and 支出 in one list under one head. */
const oneList: Change = only("01", (form) => ({
  ...form,
  head: [["项目", "行次", "决算数"]],
  columnNumbers: [],
  above: form.above.map((row) => row.slice(0, 3)),
  rows: [
    ["收入", "", ""],
    ...form.rows.map((row) => row.slice(0, 3)),
    ["支出", "", ""],
    ...form.rows.map((row) => row.slice(3, 6)),
  ],
}));

const twice = (forms: readonly Form[]): GoldenSheet[] => [
  ...forms.map(sheetOf),
  ...forms
    .filter(({ number }) => number === "02")
    .map((form) => ({ ...sheetOf(form), name: "收入决算表（改）" })),
];

const continued = (forms: readonly Form[]): GoldenSheet[] =>
  forms.flatMap((form) => {
    if (form.number !== "03") return [sheetOf(form)];
    const half = 20;
    return [
      sheetOf({ ...form, rows: form.rows.slice(0, half) }),
      { ...sheetOf({ ...form, rows: form.rows.slice(half) }), name: "支出续" },
    ];
  });

export const REFUSED: readonly RefusedLayout[] = [
  {
    name: "基本支出表没有“决算数”，只有人员经费、公用经费两列",
    example: "科目编码｜科目名称｜人员经费｜公用经费",
    change: inOrder(
      basicIn(1),
      only("06", (form) =>
        replaceColumn(form, 2, (text, row, part) => {
          if (part === "head") return ["人员经费", "公用经费"];
          if (part === "above") return [text, row[2] === "<" ? "<" : ""];
          return /^'30[13]/u.test(row[0] ?? "") ? [text, ""] : ["", text];
        }),
      ),
    ),
    says: "《一般公共预算财政拨款基本支出决算表》的表题找到了，但下面没有认出它的表头（要有“决算数”等栏目），这张表没有读；请照样表改表头文字，或把数字粘贴到样表里。",
  },
  {
    name: "两列的表头一模一样",
    example: "基本支出｜基本支出",
    change: only("03", (form) =>
      replaceColumn(form, 3, (text, row, part) => {
        if (part === "above") return [text, row[2] === "<" ? "<" : ""];
        return [text, isFigure(text) ? "99.99" : text];
      }),
    ),
    says: "《支出决算表》里“基本支出”有几列（D 列、E 列），分不清用哪一列，都没有用；请在表头里写明，或删去不用的列。",
  },
  {
    name: "“三公”表竖排，项目往下排",
    example: "项目｜预算数｜决算数",
    change: upright,
    says: "《一般公共预算财政拨款“三公”经费支出决算表》的表题找到了，但下面没有认出它的表头（要有“预算数／合计”、“预算数／因公出国（境）费”、“预算数／公务用车购置及运行费／小计”、“预算数／公务用车购置及运行费／公务用车购置费”等栏目），这张表没有读；请照样表改表头文字，或把数字粘贴到样表里。",
  },
  {
    name: "总表的收入、支出排成一栏，只有一个表头",
    example: "项目｜行次｜决算数",
    change: oneList,
    says: "《收入支出决算总表》里没有找到“收入”这一部分；请检查表头。",
  },
  {
    name: "没有科目编码，只有科目名称",
    example: "科目名称｜本年支出合计｜…",
    change: only("03", (form) =>
      replaceColumn(form, 0, (text, row, part) =>
        part === "above" || text === "合计" || text === "栏次" ? [text] : [],
      ),
    ),
    says: "《支出决算表》的表题找到了，但下面没有认出它的表头（要有“本年支出合计”、“基本支出”、“项目支出”、“上缴上级支出”等栏目），这张表没有读；请照样表改表头文字，或把数字粘贴到样表里。",
  },
  {
    name: "只有项级编码的后两位，没有类、款",
    example: "｜｜01",
    change: inOrder(
      splitCodes(
        (parts) => (parts.length === 3 ? padded(["", "", asText(parts[2] ?? "")]) : padded(["x"])),
        "merged",
      ),
      inTrees((form) => ({ ...form, rows: form.rows.filter(([first]) => first !== "x") })),
    ),
    says: "《收入决算表》的编码“01”不全，上面几行里也没有它所属的类、款，这一行没有用上；请写上全码。",
  },
  {
    name: "少一列",
    example: "没有“附属单位上缴收入”",
    change: withoutColumn("02", "附属单位上缴收入"),
    says: "《收入决算表》里没有找到“附属单位上缴收入”这一列；请检查表头文字，或补上这一列。",
  },
  {
    name: "只有预算数，没有决算数",
    example: "项目｜行次｜预算数",
    change: headed("01", { 决算数: "年初预算数" }),
    says: "《收入支出决算总表》的表题找到了，但下面没有认出它的表头（要有“决算数”等栏目），这张表没有读；请照样表改表头文字，或把数字粘贴到样表里。",
  },
  {
    name: "表题另起了名字",
    example: "部门收入情况表",
    change: titled({ "02": "部门收入情况表", "05": "项目支出明细表" }),
    says: "工作表“公开02表”里有数字，但没有认出是哪张表；请检查它的标题和表头。",
  },
  {
    name: "同一张表有两份",
    example: "收入决算表、收入决算表（改）",
    assemble: twice,
    says: "《收入决算表》不止一张，只用了工作表“公开02表”里的那一张；请删去多余的。",
  },
  {
    name: "一张表接到另一张工作表",
    example: "支出决算表、支出续",
    assemble: continued,
    says: "《支出决算表》的续表在另一张工作表“支出续”里，没有读；请把它的各行接到工作表“公开03表”的表里。",
  },
].map((layout) => ({ group: "不认得", ...layout }));
