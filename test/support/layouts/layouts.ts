import type { Golden, GoldenSheet } from "../goldenText";
import {
  above,
  asText,
  atRight,
  basicIn,
  blanksWithin,
  bracketedColumnNumbers,
  type Change,
  codeAndName,
  codes,
  codesMergedDown,
  flatHeads,
  inTrees,
  yearsBeside,
  columnsBefore,
  cutAt,
  figuresAs,
  fullWidth,
  halfWidth,
  inOrder,
  linesWithin,
  nameFirst,
  noColumnNumbers,
  noLineNumbers,
  only,
  otherLineNumbers,
  padded,
  renamed,
  repeatedHeads,
  sidesStacked,
  splitCodes,
  splitEconomic,
  splitUnder,
  titled,
  titleOf,
  totalCalled,
  totalInNames,
  totalLast,
  unitOf,
  unmerged,
  wide,
  withoutRows,
  zerosAs,
} from "./changes";
import {
  type Form,
  FORM_SHEET,
  formsOf,
  isCode,
  replaceColumn,
  sheetOf,
  sheetRows,
  widthOf,
} from "./form";

/** Another way to lay out the same figures. */
export interface Layout {
  readonly group: string;
  /** As the page for accountants names it. */
  readonly name: string;
  /** What it looks like, in a few cells. */
  readonly example: string;
  readonly change?: Change;
  /** How the tables come into sheets; one sheet each where it is left out. */
  readonly assemble?: (forms: readonly Form[]) => GoldenSheet[];
}

const group = (name: string, layouts: readonly Omit<Layout, "group">[]): Layout[] =>
  layouts.map((layout) => ({ group: name, ...layout }));

const own = (parts: readonly string[]) =>
  padded([...parts.slice(1).map(() => ""), asText(parts.at(-1) ?? "")]);
const whole = (parts: readonly string[]) =>
  padded(parts.map((_, place) => asText(parts.slice(0, place + 1).join(""))));

const parted = (by: string) => (code: string) =>
  asText(
    [code.slice(0, 3), code.slice(3, 5), code.slice(5)].filter((part) => part !== "").join(by),
  );

const spare = (count: number): string[][] =>
  [[], ["2020年度部门决算公开"], [], ["（汇总）"], ["编报日期：2021年8月"]].slice(0, count);

const moved: Change = (form) => ({
  ...form,
  above: [[], [], [], ...form.above].map((row) => ["", "", ...row]),
  head: form.head.map((row) => ["", "", ...row]),
  columnNumbers: form.columnNumbers.map((row) => ["", "", ...row]),
  rows: form.rows.map((row) => ["", "", ...row]),
  below: form.below.map((row) => ["", "", ...row]),
});

const ministry: Change = above((form) => [
  [titleOf(form), ...Array.from({ length: widthOf(form.rows) - 1 }, () => "<")],
  atRight(form, `财决公开${form.number}表`),
  [`编制单位：${unitOf(form)}`, "", "2020年度", ...atRight(form, "金额单位：元").slice(3)],
]);

const footer: Change = (form) => ({
  ...form,
  below: [
    [
      "单位负责人：张三",
      "",
      "财务负责人：李四",
      "填表人：王五",
      "联系电话：0731-00000000",
      "填表日期：2021年8月10日",
    ].slice(0, Math.max(3, widthOf(form.rows))),
    ...form.below,
  ],
});

const YEARS: Readonly<Record<string, string>> = { 旧决算数: "2019年", 决算数: "2020年" };

const CENTRAL: Readonly<Record<string, string>> = {
  "06": "一般公共预算财政拨款基本支出决算表",
  "07": "财政拨款“三公”经费支出决算表",
};

const sheetsNamed = (name: (form: Form, place: number) => string) => (forms: readonly Form[]) =>
  forms.map((form, place) => ({ name: name(form, place), rows: sheetRows(form) }));

const stacked =
  (gap: number) =>
  (forms: readonly Form[]): GoldenSheet[] => [
    {
      name: "决算公开表",
      rows: forms.flatMap((form) => [
        ...sheetRows(form),
        ...Array.from({ length: gap }, (): string[] => []),
      ]),
    },
  ];

/** Three side by side, three times one below the other. */
const sideBySide =
  (gap: number) =>
  (forms: readonly Form[]): GoldenSheet[] => {
    const bands = [forms.slice(0, 3), forms.slice(3, 6), forms.slice(6)];
    const rows = bands.flatMap((band) => {
      const sheets = band.map(sheetRows);
      const height = Math.max(...sheets.map(({ length }) => length));
      const lines = Array.from({ length: height }, (_, line) =>
        sheets.flatMap((sheet) => {
          const width = widthOf(sheet) + gap;
          const row = sheet[line] ?? [];
          return Array.from({ length: width }, (__, column) => row[column] ?? "");
        }),
      );
      return [...lines, []];
    });
    return [{ name: "Sheet1", rows }];
  };

const lowered = (forms: readonly Form[]): GoldenSheet[] => {
  const [left, right] = ["02", "03"].map((number) => forms.find((form) => form.number === number));
  if (!left || !right) return forms.map(sheetOf);
  const rows = sheetRows(left);
  const lower = [...Array.from({ length: 12 }, (): string[] => []), ...sheetRows(right)];
  const width = widthOf(rows) + 1;
  const height = Math.max(rows.length, lower.length);
  const both = Array.from({ length: height }, (_, line) => [
    ...Array.from({ length: width }, (__, column) => rows[line]?.[column] ?? ""),
    ...(lower[line] ?? []),
  ]);
  const others = forms.filter((form) => form !== left && form !== right);
  return [...others.map(sheetOf), { name: "收入支出", rows: both }];
};

/** In the order in which several of them can be made of one set. */
export const LAYOUTS: readonly Layout[] = [
  ...group("基本支出表（06）", [
    { name: "人员经费、公用经费两栏", example: "301 …｜302 …", change: basicIn(2) },
    {
      name: "两栏，上面写“人员经费”“公用经费”",
      example: "人员经费｜公用经费",
      change: basicIn(2, true),
    },
    {
      name: "三栏，上面写“人员经费”“公用经费”",
      example: "人员经费｜公用经费｜",
      change: basicIn(3, true),
    },
    { name: "所有科目排成一栏", example: "301、303、302 …", change: basicIn(1) },
    { name: "类、款分在两列", example: "301｜01", change: splitEconomic },
  ]),
  ...group("科目编码", [
    {
      name: "类、款、项三列，逐级填写",
      example: "201｜03｜01",
      change: splitCodes((parts) => padded(parts.map(asText)), "merged"),
    },
    {
      name: "类、款、项三列，只填本级",
      example: "｜｜01",
      change: splitCodes(own, "merged"),
    },
    {
      name: "类、款、项三列，填成数字",
      example: "201｜3｜1",
      change: splitCodes((parts) => padded(parts.map((part) => String(Number(part)))), "merged"),
    },
    {
      name: "类、款、项三列，每列写全码",
      example: "201｜20103｜2010301",
      change: splitCodes(whole, "merged"),
    },
    {
      name: "类、款、项三列，表头没有“科目编码”",
      example: "类｜款｜项｜科目名称",
      change: splitCodes((parts) => padded(parts.map(asText)), "levels"),
    },
    {
      name: "类、款、项三列，全码写在类一列",
      example: "2010301｜｜",
      change: splitCodes((parts) => padded([asText(parts.join(""))]), "merged"),
    },
    {
      name: "类、款、项三列，上级编码向下合并",
      example: "201（合并）｜03（合并）｜01",
      change: inOrder(
        splitCodes((parts) => padded(parts.map(asText)), "merged"),
        codesMergedDown,
      ),
    },
    { name: "编码和名称写在一格", example: "2010301 行政运行", change: codeAndName },
    { name: "名称在前，编码在后", example: "行政运行｜2010301", change: nameFirst },
    { name: "编码是数字", example: "2010301", change: codes((code) => code) },
    { name: "编码前后有空格", example: "　2010301 ", change: codes((code) => `' ${code}　`) },
    { name: "编码中间有空格", example: "201 03 01", change: codes(parted(" ")) },
    { name: "编码中间有点", example: "201.03.01", change: codes(parted(".")) },
    { name: "编码中间有短横", example: "201-03-01", change: codes(parted("-")) },
    {
      name: "编码是全角数字",
      example: "２０１０３０１",
      change: codes((code) => `'${wide(code)}`),
    },
  ]),
  ...group("合计", [
    { name: "合计在最后一行", example: "…｜合计", change: totalLast },
    { name: "写作“合　计”", example: "合　计", change: totalCalled(() => "合　计") },
    { name: "写作“总计”", example: "总计", change: totalCalled(() => "总计") },
    {
      name: "写作“本年收入合计”“本年支出合计”",
      example: "本年支出合计",
      change: totalCalled(({ number }) => (number === "02" ? "本年收入合计" : "本年支出合计")),
    },
    { name: "合计写在名称一列", example: "｜合计", change: totalInNames },
  ]),
  ...group("行和列", [
    {
      name: "总表收入在上、支出在下",
      example: "收入 …｜支出 …",
      change: sidesStacked,
    },
    {
      name: "决算数前面有年初预算数、全年预算数",
      example: "年初预算数｜全年预算数｜决算数",
      change: columnsBefore("决算数", ["年初预算数", "全年预算数"], "01"),
    },
    {
      name: "决算数前面有上年决算数",
      example: "2019年决算数｜2020年决算数",
      change: inOrder(
        renamed({ 决算数: "2020年决算数" }),
        columnsBefore("2020年决算数", ["2019年决算数"], "01"),
      ),
    },
    {
      name: "决算数上面一行是年度",
      example: "2019年：决算数｜2020年：决算数",
      change: inOrder(columnsBefore("决算数", ["旧决算数"], "01"), (form) =>
        form.number === "01"
          ? {
              ...form,
              head: [
                ...form.head.slice(0, 1),
                ...form.head
                  .slice(1)
                  .flatMap((row) => [
                    row.map((text) => YEARS[text] ?? text),
                    row.map((text) => (text in YEARS ? "决算数" : "^")),
                  ]),
              ],
            }
          : form,
      ),
    },
    {
      name: "每一列都分上年数、本年数",
      example: "基本支出：上年数｜本年数",
      change: yearsBeside("03", ["上年数", "本年数"]),
    },
    {
      name: "每一列都分上年决算数、本年决算数",
      example: "基本支出：上年决算数｜本年决算数",
      change: yearsBeside("02", ["上年决算数", "本年决算数"]),
    },
    {
      name: "每一列都分预算数、决算数",
      example: "基本支出：预算数｜决算数",
      change: yearsBeside("03 02", ["预算数", "决算数"]),
    },
    {
      name: "栏目上面没有“本年支出”",
      example: "科目编码｜科目名称｜合计｜基本支出｜项目支出",
      change: flatHeads,
    },
    {
      name: "“三公”表带会议费、培训费",
      example: "公务接待费｜会议费｜培训费",
      change: inOrder(
        titled({ "07": "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表" }),
        columnsBefore("公务接待费", ["会议费", "培训费"], "07"),
      ),
    },
    {
      name: "支出一边写“项目（按功能分类）”",
      example: "项目（按功能分类）｜行次｜决算数",
      change: only("01 04", (form) => ({
        ...form,
        head: form.head.map((row) =>
          row.map((text, column) =>
            column === 3 && /^项\s*目$/u.test(text) ? `${text}（按功能分类）` : text,
          ),
        ),
      })),
    },
    {
      name: "事业收入下多一列“其中：教育收费”",
      example: "事业收入：小计｜其中：教育收费",
      change: splitUnder("02", "事业收入", "其中：教育收费", "3.33"),
    },
    {
      name: "基本支出下多一列“其中：人员经费”",
      example: "基本支出：小计｜其中：人员经费",
      change: splitUnder("03", "基本支出", "其中：人员经费", "4.44"),
    },
    {
      name: "最前面多一列序号",
      example: "1｜201｜一般公共服务支出｜…",
      change: inTrees((form) => {
        let line = 0;
        return replaceColumn(form, 0, (text, row, part) => {
          if (part === "above") return [text, row[1] === "<" ? "<" : ""];
          if (part === "head") return [text === "项目" || text === "项 目" ? "序号" : "^", text];
          line += 1;
          return [isCode(text) ? String(line) : "", text];
        });
      }),
    },
    {
      name: "总表只列 24 类支出",
      example: "一、…二十四、…",
      change: withoutRows("01 04", ["粮油物资储备支出", "抗疫特别国债安排的支出"]),
    },
    { name: "行次另编", example: "行次 103、106 …", change: otherLineNumbers },
    { name: "没有行次", example: "项目｜决算数", change: noLineNumbers },
    { name: "没有栏次", example: "", change: noColumnNumbers },
    {
      name: "栏次是甲、乙和算式",
      example: "甲｜乙｜1=2+3｜2｜3",
      change: inTrees((form) => ({
        ...form,
        columnNumbers: form.columnNumbers.map((row) =>
          row.map((text, column) => ["甲", "乙"][column] ?? (column === 2 ? "1=2+3" : text)),
        ),
      })),
    },
    { name: "栏次带括号", example: "（1）（2）", change: bracketedColumnNumbers },
  ]),
  ...group("别的版式", [
    {
      name: "中央部门 2021 年起的表名、栏目和次序",
      example: "07 政府性基金、08 国有资本、09 “三公”",
      change: inOrder(
        titled(CENTRAL),
        renamed({
          公务用车购置及运行费: "公务用车购置及运行维护费",
          公务用车运行费: "公务用车运行维护费",
          使用非财政拨款结余: "使用非财政拨款结余（含专用结余）",
        }),
        only("01", renamed({ 决算数: "金额" })),
        only("05", renamed({ 小计: "本年支出合计" })),
      ),
      assemble: (forms) => {
        const at = (number: string) => forms.filter((form) => form.number === number);
        const numbers = ["01", "02", "03", "04", "05", "06", "08", "09", "07"];
        return numbers.flatMap(at).map((form, place) => ({
          name: `表${String(place + 1)}`,
          rows: sheetRows(form),
        }));
      },
    },
    {
      name: "湖南 2019 年的项目名称",
      example: "用事业基金弥补收支差额",
      change: renamed({
        使用非财政拨款结余: "用事业基金弥补收支差额",
        文化旅游体育与传媒支出: "文化体育与传媒支出",
        卫生健康支出: "医疗卫生与计划生育支出",
        资源勘探工业信息等支出: "资源勘探信息等支出",
        自然资源海洋气象等支出: "国土海洋气象等支出",
      }),
    },
    {
      name: "湖南 2023 年的表名",
      example: "…基本支出决算明细表",
      change: titled({ "06": "2023年度一般公共预算财政拨款基本支出决算明细表" }),
    },
    {
      name: "国有资本表带年初、年末和收入",
      example: "年初结转和结余｜本年收入｜本年支出｜…",
      change: inOrder(
        titled({ "09": "国有资本经营预算财政拨款收入支出决算表" }),
        columnsBefore("本年支出", ["年初结转和结余", "本年收入"], "09"),
      ),
    },
  ]),
  ...group("表头", [
    { name: "没有合并单元格", example: "", change: unmerged },
    {
      name: "合并的地方逐格重复写",
      example: "本年支出｜本年支出｜本年支出",
      change: repeatedHeads,
    },
    { name: "表头文字里换行", example: "公务用车⏎购置费", change: linesWithin },
    { name: "字中间有空格", example: "项　目、合　计", change: blanksWithin },
    { name: "全角数字、括号、冒号", example: "（１）、：", change: fullWidth },
    { name: "半角括号、冒号、逗号", example: "因公出国(境)费", change: halfWidth },
    { name: "文字在第 12 个字处截断", example: "二、政府性基金预算财政拨", change: cutAt(12) },
    { name: "文字在第 10 个字处截断", example: "二、政府性基金预算财", change: cutAt(10) },
    { name: "文字在第 8 个字处截断", example: "二、政府性基金预", change: cutAt(8) },
  ]),
  ...group("数字", [
    {
      name: "文本数字",
      example: "'1234.50",
      change: figuresAs((text) => asText(text.replace(",", ""))),
    },
    { name: "文本数字带千分位", example: "'1,234.50", change: figuresAs(asText) },
    {
      name: "全角数字",
      example: "１，２３４．５０",
      change: figuresAs((text) => asText(wide(text))),
    },
    { name: "前后有空格", example: "'　12.50 ", change: figuresAs((text) => `'　${text} `) },
    {
      name: "负数用括号",
      example: "（12.50）",
      change: figuresAs((text) => (text.startsWith("-") ? `'（${text.slice(1)}）` : text)),
    },
    { name: "零是空格", example: "（空）", change: zerosAs("") },
    { name: "零写成“—”", example: "—", change: zerosAs("—") },
    { name: "零写成“-”", example: "-", change: zerosAs("'-") },
    { name: "零写成 0", example: "0", change: zerosAs("0") },
  ]),
  ...group("表题和表尾", [
    {
      name: "财政部软件导出的表头",
      example: "财决公开01表｜编制单位：…｜金额单位：元",
      change: ministry,
    },
    {
      name: "单位写了两遍",
      example: "单位：万元 … 金额单位：万元",
      change: (form) => ({ ...form, above: [...form.above, atRight(form, "金额单位：万元")] }),
    },
    { name: "表尾有负责人、填表人、日期", example: "单位负责人：　填表人：", change: footer },
    {
      name: "表题前有年度和单位名称",
      example: "某市某局2020年度收入决算表",
      change: (form) =>
        titled({
          [form.number]: `示例市示例局2020年度${titleOf(form).replace(/^[\d\s]+年\s*度\s*/u, "")}`,
        })(form),
    },
    {
      name: "表号写在表题里",
      example: "收入决算表（公开02表）",
      change: (form) => titled({ [form.number]: `${titleOf(form)}（公开${form.number}表）` })(form),
    },
    {
      name: "表题上面多 1–5 行",
      example: "（汇总）、编报日期 …",
      change: (form) => ({
        ...form,
        above: [...spare((Number(form.number) % 5) + 1), ...form.above],
      }),
    },
    {
      name: "表题和表头之间多 1–5 行",
      example: "（空行）",
      change: (form) => ({
        ...form,
        above: [...form.above, ...spare((Number(form.number) % 5) + 1)],
      }),
    },
    { name: "没有表题", example: "", change: (form) => ({ ...form, above: form.above.slice(1) }) },
  ]),
  ...group("位置", [
    { name: "整张表往下、往右移", example: "从 C4 起", change: moved },
    {
      name: "工作表名没有意义",
      example: "Sheet1、Sheet2 …",
      assemble: sheetsNamed((_, place) => `Sheet${String(place + 1)}`),
    },
    {
      name: "工作表名在第 31 个字处截断",
      example: "示例市城市运行服务中心2020年度一般公共预…",
      assemble: sheetsNamed((form) =>
        `${form.number}示例市城市运行服务中心2020年度${titleOf(form)}`.slice(0, 31),
      ),
    },
    { name: "几张表上下排在一张工作表", example: "01 表，下面 02 表 …", assemble: stacked(2) },
    { name: "上下排，中间不空行", example: "", assemble: stacked(0) },
    { name: "几张表左右排在一张工作表", example: "01 表｜02 表｜03 表", assemble: sideBySide(1) },
    {
      name: "左右排，一张比另一张低十几行",
      example: "02 表｜（第 13 行起）03 表",
      assemble: lowered,
    },
    { name: "左右排，中间不空列", example: "", assemble: sideBySide(0) },
  ]),
];

/** The set in these layouts, the attachments before it. */
export function laidOut(golden: Golden, layouts: readonly Layout[]): Golden {
  const changes = layouts.flatMap(({ change }) => change ?? []);
  const forms = formsOf(golden).map((form) =>
    changes.reduce((changed, change) => change(changed), form),
  );
  const { assemble } = layouts.find((layout) => layout.assemble) ?? {};
  const others = golden.sheets.filter(({ name }) => !FORM_SHEET.test(name));
  return { ...golden, sheets: [...others, ...(assemble ? assemble(forms) : forms.map(sheetOf))] };
}
