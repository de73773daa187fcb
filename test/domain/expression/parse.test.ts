import {
  FormulaError,
  type Expression,
  type FormulaProblem,
} from "../../../src/domain/expression/expression";
import { parseExpression, parseRelation, parseText } from "../../../src/domain/expression/parse";
import { readShippedTemplate } from "../../assets/readShippedTemplate";

const structure = readShippedTemplate("hunan-2020");

function problemOf(read: () => unknown): FormulaProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof FormulaError) return error.problem;
    throw error;
  }
  throw new Error("nothing was wrong");
}

/** What the place of a problem shows of the formula. */
function shown(formula: string, { at, length }: FormulaProblem): string {
  return formula.slice(at, at + length);
}

const mistakes: [name: string, formula: string, message: string, at: string, meant?: string][] = [
  ["nothing at all", "  ", "公式是空的。", ""],
  [
    "an unknown table",
    "收入支出结算总表[总计, 决算数]",
    "模板里没有《收入支出结算总表》这张表。",
    "收入支出结算总表",
    "收入支出决算总表",
  ],
  [
    "an unknown row",
    "收入支出决算总表[年初结转结余, 决算数]",
    "《收入支出决算总表》里没有“年初结转结余”这一行。",
    "年初结转结余, 决算数",
    "年初结转和结余",
  ],
  [
    "an unknown column",
    "收入决算表[合计, 事业收人]",
    "《收入决算表》里没有“事业收人”这一列。",
    "合计, 事业收人",
    "事业收入",
  ],
  [
    "a row that stands on both sides",
    "收入支出决算总表[总计, 决算数]",
    "“总计, 决算数”在《收入支出决算总表》里不止一处：[收入/总计, 收入/决算数]、[支出/总计, 支出/决算数]。请写全路径。",
    "总计, 决算数",
    "[收入/总计, 收入/决算数]",
  ],
  [
    "a column of the other side",
    "财政拨款收入支出决算总表[本年收入合计, 合计]",
    "《财政拨款收入支出决算总表》里“本年收入合计”所在的一半没有“合计”这一列。",
    "本年收入合计, 合计",
  ],
  [
    "a column that stands twice in a table without rows",
    "一般公共预算财政拨款“三公”经费支出决算表[小计]",
    "“小计”在《一般公共预算财政拨款“三公”经费支出决算表》里不止一处：[预算数/公务用车购置及运行费/小计]、[决算数/公务用车购置及运行费/小计]。请写全路径。",
    "小计",
    "[预算数/公务用车购置及运行费/小计]",
  ],
  [
    "a code that a table with fixed rows does not print",
    "收入支出决算总表[#2010301, 决算数]",
    "《收入支出决算总表》里没有“#2010301”这一行。",
    "#2010301, 决算数",
  ],
  [
    "three parts",
    "收入决算表[合计, 事业收入, 经营收入]",
    "方括号里只能有行和列两部分；名称里有逗号时请加「」。",
    "合计, 事业收入, 经营收入",
  ],
  ["no cell", "收入决算表[ ]", "方括号里要写 [行, 列]。", " "],
  [
    "a column alone where there are rows",
    "收入决算表[事业收入]",
    "《收入决算表》里没有“事业收入”；有行和列的表要写作 [行, 列]。",
    "事业收入",
  ],
  ["an open bracket", "收入决算表[合计, 事业收入", "方括号没有配对：缺少 ]。", "[合计, 事业收入"],
  [
    "a cell without a table",
    "1 + [合计, 事业收入]",
    "方括号前面缺少表名，应写作 表名[行, 列]。",
    "[",
  ],
  ["an open quotation", "收入决算表[「合计, 事业收入]", "「 没有对应的 」。", "「"],
  ["an open text", '"优 & 1', '文字没有结束的引号（"）。', '"优 & 1'],
  ["a sign that formulas do not know", "1 + !", "公式里不能用“!”。", "!"],
  ["an open parenthesis", "(1 + 2", "左括号没有配对：缺少 )。", "("],
  ["a parenthesis too many", "1 + 2)", "多了一个右括号 )。", ")"],
  ["two numbers in a row", "1 2", "“2”前面缺少运算符号。", "2"],
  ["an end in the middle", "1 +", "公式没有写完：最后还缺一个数或一个引用。", ""],
  ["two comparisons", "1 = 1 = 1", "一条公式只能比较一次，请拆成两条。", "="],
  ["an unknown function", "ROUD(1, 2)", "没有“ROUD”这个函数。", "ROUD", "ROUND"],
  ["an argument too few", "四舍五入(1.5)", "ROUND 需要 2 个参数，这里有 1 个。", "四舍五入"],
  ["an argument too many", "绝对值(1, 2)", "ABS 需要 1 个参数，这里有 2 个。", "绝对值"],
  [
    "a count of something else",
    "计数(1 + 2)",
    "计数 数的是格，括号里要写一个引用：表名[行, 列]。",
    "计数",
  ],
  ["a name alone", "年末结余 + 1", "“年末结余”不是引用：引用要写作 表名[行, 列]。", "年末结余"],
  ["too many parentheses", `${"(".repeat(41)}1`, "括号套得太深（最多 40 层）。", "("],
];

test.each(
  mistakes.map(([name, formula, message, at, meant]) => ({ name, formula, message, at, meant })),
)("$name is reported where it stands", ({ formula, message, at, meant }) => {
  const problem = problemOf(() => parseExpression(formula, structure));
  expect(problem.message).toBe(message);
  expect(shown(formula, problem)).toBe(at);
  expect(problem.suggestion).toBe(meant);
});

test("a formula that is too long is refused", () => {
  const problem = problemOf(() => parseExpression("1+".repeat(2001), structure));
  expect(problem.message).toBe("公式超过 4000 个字，请拆成几条。");
});

test("a relation needs two sides", () => {
  const problem = problemOf(() => parseRelation("1 + 2", structure));
  expect(problem.message).toBe("审核公式要有左右两方，中间用 =、≤、≥、<、> 或 ≠ 连接。");
});

test.each([
  ["a reference", "本年收入合计{收入决算表[合计, 合记]}万元", "合计, 合记"],
  ["a bracket", "共{1}项，占{收入决算表[合计}", "[合计"],
  ["a function", "共{1}项，占{百分币(1, 2)}", "百分币"],
  ["an open brace", "共{1}项，占{百分比(1, 2)", "{"],
])("a mistake in %s of a paragraph is placed in the paragraph", (_name, text, at) => {
  expect(
    shown(
      text,
      problemOf(() => parseText(text, structure)),
    ),
  ).toBe(at);
});

function same(left: Expression, right: Expression): void {
  const plain = (expression: Expression) =>
    JSON.stringify(expression, (key, value: unknown) =>
      ["text", "table", "block"].includes(key) ? undefined : value,
    );
  expect(plain(left)).toBe(plain(right));
}

test.each([
  ["width and signs", "1＋2×３－4／5", "1+2*3-4/5"],
  [
    "curly and straight quotation marks, blanks",
    "收入决算表[ 合 计 ，经营收入]",
    "收入决算表[合计,经营收入]",
  ],
  ["quotation of labels", "收入决算表[「合计」, 经营收入]", "收入决算表[合计, 经营收入]"],
  ["ordinals", "收入支出决算总表[五、事业收入, 决算数]", "收入支出决算总表[事业收入, 决算数]"],
  ["synonyms", "收入支出决算总表[事业收入, 金额]", "收入支出决算总表[事业收入, 决算数]"],
  [
    "another title of a table",
    "财政拨款“三公”经费支出决算表[决算数/公务接待费]",
    "一般公共预算财政拨款“三公”经费支出决算表[决算数/公务接待费]",
  ],
  ["Chinese names of functions", "如果(1 > 0, 最大(1, 2), 求和(3))", "IF(1>0,MAX(1,2),SUM(3))"],
  ["comparison signs", "1 >= 2", "1 ≥ 2"],
  ["unequal", "1 <> 2", "1 ≠ 2"],
  ["percentages", "50%", "0.5"],
])("%s do not matter", (_name, one, other) => {
  same(parseExpression(one, structure), parseExpression(other, structure));
});

test("× and ÷ bind before + and −, and both before a comparison", () => {
  same(
    parseExpression("1 + 2 × 3 = 7", structure),
    parseExpression("(1 + (2 × 3)) = 7", structure),
  );
});

test("年度 is the year of the package", () => {
  expect(parseText("{年度}年度", structure)).toEqual([{ kind: "year", value: 2020 }, "年度"]);
});
