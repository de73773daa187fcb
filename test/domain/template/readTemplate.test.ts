import { readTemplate } from "../../../src/domain/template/readTemplate";
import type { TemplateProblem } from "../../../src/domain/template/templateProblem";
import { smallPackage } from "./smallPackage";

/** tables[0].blocks[1].key → ["tables", "0", "blocks", "1", "key"] */
function steps(path: string): string[] {
  return path.split(/[.[\]]+/u).filter((step) => step !== "");
}

/** The small package as JSON with one place changed; undefined takes the place away. */
function changed(path: string, value: unknown): unknown {
  const json: unknown = structuredClone(smallPackage);
  const way = steps(path);
  const last = way.pop()!;
  let place = json as Record<string, unknown>;
  for (const step of way) place = place[step] as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return json;
}

function problemsOf(json: unknown): readonly TemplateProblem[] {
  const reading = readTemplate(json);
  return "problems" in reading ? reading.problems : [];
}

test("a sound package has a structure and no problems", () => {
  expect(readTemplate(structuredClone(smallPackage))).toHaveProperty("structure");
});

interface Damage {
  readonly name: string;
  readonly at: string;
  readonly value?: unknown;
  /** Where it is reported, when not where it was done. */
  readonly path?: string;
  readonly message: string;
}

const SUMMARY = "tables[0].blocks[0]";
const EXPENSE = "tables[0].blocks[1]";
const TREE = "tables[1].blocks[0]";
const sum = (...of: string[]) => ({ code: "K109", id: "other-sum", of });

const damages: readonly Damage[] = [
  {
    name: "a newer format",
    at: "format",
    value: 2,
    message: "此模板是为更新的版本编写的，请更新本程序后再用",
  },
  { name: "a format that is no number", at: "format", value: "1", message: "应为以下之一：1" },
  { name: "no tables", at: "tables", message: "缺少此项" },
  { name: "tables that are no list", at: "tables", value: {}, message: "应为列表" },
  {
    name: "a table that is a text",
    at: "tables[0]",
    value: "收支总表",
    message: "应为对象",
  },
  {
    name: "a label that is a number",
    at: `${SUMMARY}.rows[0].label`,
    value: 7,
    message: "应为文字",
  },
  { name: "an empty label", at: `${SUMMARY}.rows[0].label`, value: " ", message: "不能为空" },
  {
    name: "a huge label",
    at: `${SUMMARY}.rows[0].label`,
    value: "长".repeat(1_000_000),
    message: "文字过长，最多 200 个字",
  },
  {
    name: "a huge list of rows",
    at: `${SUMMARY}.rows`,
    value: Array.from({ length: 100_000 }, () => ({ label: "行" })),
    message: "项目过多，最多 500 项",
  },
  { name: "no columns", at: `${SUMMARY}.columns`, value: [], message: "至少要有 1 项" },
  {
    name: "an unknown key",
    at: `${SUMMARY}.rows[0].lable`,
    value: "总计",
    message: "没有这样的项目",
  },
  {
    name: "a width beyond Excel's",
    at: `${SUMMARY}.columns[0].width`,
    value: 256,
    message: "应为 1 到 255 之间的数",
  },
  { name: "half a decimal", at: "decimals", value: 1.5, message: "应为 0 到 6 之间的整数" },
  {
    name: "a bold that is a text",
    at: `${SUMMARY}.rows[0].bold`,
    value: "yes",
    message: "应为 true 或 false",
  },
  {
    name: "a role of column that does not exist",
    at: `${SUMMARY}.columns[0].role`,
    value: "total",
    message: "应为以下之一：label、lineNumber、code、name、figure、text、unit、hint",
  },
  {
    name: "a code of two digits",
    at: `${EXPENSE}.rows[0].code`,
    value: "20",
    message: "应为三到七位数字编码",
  },
  {
    name: "a list of codes with a word for a key",
    at: "codes.functional",
    value: { constructor: "一般公共服务支出" },
    path: "codes.functional.constructor",
    message: "应为三到七位数字编码",
  },
  {
    name: "a sheet name of 32 characters",
    at: "tables[0].sheetName",
    value: "表".repeat(32),
    message: "文字过长，最多 31 个字",
  },
  {
    name: "a sheet name that Excel refuses",
    at: "tables[0].sheetName",
    value: "收入/支出",
    message: "工作表名称不能含有 [ ] : * ? / \\，首尾不能是单引号",
  },
  {
    name: "two sheets of one name",
    at: "tables[1].sheetName",
    value: "收支总表",
    message: "工作表名称“收支总表”已在 tables[0].sheetName 用过",
  },
  {
    name: "a sheet named like the narrative's",
    at: "narrative.sheetName",
    value: "支出表",
    message: "工作表名称“支出表”已在 tables[1].sheetName 用过",
  },
  {
    name: "two tables of one name",
    at: "tables[1].title",
    value: "收支 决算总表",
    message: "表名“收支决算总表”已在 tables[0].titleAliases[0] 用过",
  },
  {
    name: "two tables of one number",
    at: "tables[1].number",
    value: "公开 01 表",
    message: "表号“公开01表”已在 tables[0].number 用过",
  },
  {
    name: "two tables of one key",
    at: "tables[1].key",
    value: "summary",
    message: "表的标识“summary”已在 tables[0].key 用过",
  },
  {
    name: "a label with two meanings",
    at: "synonyms[1]",
    value: ["支出", "金额"],
    path: "synonyms[1][1]",
    message: "同义名称“金额”已在 synonyms[0][1] 用过",
  },
  {
    name: "a relation's code used twice",
    at: `${TREE}.tree.childSum.code`,
    value: "K101",
    message: `编号“K101”已在 ${SUMMARY}.rows[3].sum.code 用过`,
  },
  {
    name: "a check with a relation's code",
    at: "checks[0]",
    value: { code: "K112", id: "names-alike", level: "advice" },
    path: "checks[0].code",
    message: `编号“K112”已在 ${TREE}.tree.totalSum.code 用过`,
  },
  {
    name: "a ready reason that is blank",
    at: "checks[0]",
    value: { code: "K399", id: "names-alike", level: "explain", reasons: ["科目调剂使用", " "] },
    path: "checks[0].reasons[1]",
    message: "不能为空",
  },
  {
    name: "a relation's id used twice",
    at: `${TREE}.tree.childSum.id`,
    value: "total",
    message: `公式标识“total”已在 ${EXPENSE}.rows[2].sum.id 用过`,
  },
  {
    name: "a sum of an unknown group",
    at: `${SUMMARY}.rows[3].sum.of[0]`,
    value: "收入各项",
    message: "没有名为“收入各项”的行",
  },
  {
    name: "a sum of an unknown code",
    at: `${EXPENSE}.rows[2].sum.of[0]`,
    value: "#202",
    message: "没有名为“#202”的行",
  },
  {
    name: "a sum that holds itself",
    at: `${SUMMARY}.rows[3].sum.of[1]`,
    value: "本年收入合计",
    message: "“本年收入合计”包含了合计自己",
  },
  {
    name: "a sum of a column that does not exist",
    at: `${TREE}.columns[2].sum.of[0]`,
    value: "经营支出",
    message: "没有名为“经营支出”的列",
  },
  {
    name: "a sum in a column of names",
    at: `${TREE}.columns[1].sum`,
    value: sum("基本支出"),
    message: "只有数字列才能是其他列之和",
  },
  {
    name: "a sum of children that are not there",
    at: `${EXPENSE}.rows[0].childSum`,
    value: { code: "K109", id: "children" },
    message: "这一行没有下级编码，不能是下级之和",
  },
  {
    name: "an of-which whose parent is not above",
    at: `${SUMMARY}.rows[0].of`,
    value: "年初结转和结余",
    message: "上面没有名为“年初结转和结余”的行",
  },
  {
    name: "two rows of one label",
    at: `${SUMMARY}.rows[1].label`,
    value: "二、一般公共预算财政拨款",
    message: "行“一般公共预算财政拨款”在这一块里不止一处",
  },
  {
    name: "two rows of one code",
    at: `${EXPENSE}.rows[1].code`,
    value: "201",
    message: "行“#201”在这一块里不止一处",
  },
  {
    name: "a group named like a row",
    at: `${SUMMARY}.rows[0].groups`,
    value: ["收入项目", "其他收入"],
    path: `${SUMMARY}.rows[1].label`,
    message: "“二、其他收入”同时是组名，请改组名",
  },
  {
    name: "a blank row with a code",
    at: `${SUMMARY}.rows[2].code`,
    value: "201",
    path: `${SUMMARY}.rows[2].label`,
    message: "缺少此项：空行只能有行次",
  },
  {
    name: "two columns of one heading",
    at: `${TREE}.columns[4].heading`,
    value: ["本年支出", "基本 支出"],
    message: "列名“本年支出/基本支出”在这一块里不止一处",
  },
  {
    name: "a tree without its 合计 row",
    at: `${TREE}.rows[0].label`,
    value: "总计",
    message: "科目表块的这一行应为“合计”",
  },
  {
    name: "a tree with rows of its own",
    at: `${TREE}.rows[1]`,
    value: { label: "其他" },
    path: `${TREE}.rows`,
    message: "这种表块（tree）只写一行",
  },
  { name: "a tree without its sums", at: `${TREE}.tree`, message: "科目表块缺少 tree" },
  {
    name: "a tree without a column of codes",
    at: `${TREE}.columns[0].role`,
    value: "label",
    path: `${TREE}.columns`,
    message: "缺少 code 列",
  },
  {
    name: "an evaluation without scores",
    at: "tables[1].role",
    value: "evaluation",
    path: "tables[1].evaluation",
    message: "自评表缺少评分",
  },
];

test.each(damages)("$name is reported with its place", ({ at, value, path = at, message }) => {
  expect(problemsOf(changed(at, value))).toContainEqual(expect.objectContaining({ path, message }));
});

test("a newer format is the only problem said", () => {
  expect(problemsOf({ format: 7, tables: "?" })).toHaveLength(1);
});

test.each([null, 5, "{}", [], undefined])("%p is no package", (json) => {
  expect(problemsOf(json)).toEqual([{ path: "", message: "应为对象" }]);
});

test("an unknown key is reported with the keys there are", () => {
  const [problem] = problemsOf(changed("narrative.titel", "说明"));
  expect(problem!.suggestion).toBe("可用的有：sheetName、title、sections、reasonThreshold");
});

test("a misspelt name in a sum is reported with the one that was meant", () => {
  const [problem] = problemsOf(changed(`${TREE}.columns[2].sum.of[1]`, "本年支出/项目支付"));
  expect(problem!.suggestion).toBe("是否为“本年支出/项目支出”");
});

test("__proto__ in a file is an unknown key and changes nothing", () => {
  const text = JSON.stringify(smallPackage).replace(
    '"relations"',
    '"__proto__":{"polluted":true},"relations"',
  );
  expect(problemsOf(JSON.parse(text))).toEqual([
    expect.objectContaining({ path: "__proto__", message: "没有这样的项目" }),
  ]);
  expect({}).not.toHaveProperty("polluted");
});

test("code lists have only their own codes", () => {
  const reading = readTemplate(structuredClone(smallPackage));
  const names = "structure" in reading ? reading.structure.definition.codes.functional : {};
  expect(names["201"]).toBe("一般公共服务支出");
  expect("toString" in names).toBe(false);
});

test("a file damaged throughout gives the first hundred problems", () => {
  const rows = Array.from({ length: 500 }, () => ({ label: 1 }));
  expect(problemsOf(changed(`${SUMMARY}.rows`, rows))).toHaveLength(100);
});
