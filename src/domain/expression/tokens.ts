import { FormulaError, type FormulaProblem } from "./expression";

export type Token =
  | { readonly kind: "number"; readonly text: string; readonly at: number }
  | { readonly kind: "text"; readonly text: string; readonly at: number }
  | { readonly kind: "word"; readonly text: string; readonly at: number }
  | { readonly kind: "operator"; readonly text: string; readonly at: number }
  | { readonly kind: "open" | "close" | "comma"; readonly text: string; readonly at: number }
  /** What stands between the brackets of a reference; the table is the word before it. */
  | { readonly kind: "cell"; readonly text: string; readonly at: number };

/** People type half or full width, and the signs that their keyboard gives them. */
const OPERATORS: readonly (readonly [string, string])[] = [
  ["<>", "≠"],
  ["!=", "≠"],
  ["<=", "≤"],
  [">=", "≥"],
  ["==", "="],
  ["≤", "≤"],
  ["≥", "≥"],
  ["≠", "≠"],
  ["+", "+"],
  ["＋", "+"],
  ["-", "-"],
  ["−", "-"],
  ["－", "-"],
  ["–", "-"],
  ["×", "×"],
  ["*", "×"],
  ["＊", "×"],
  ["÷", "÷"],
  ["/", "÷"],
  ["／", "÷"],
  ["=", "="],
  ["＝", "="],
  ["<", "<"],
  ["＜", "<"],
  [">", ">"],
  ["＞", ">"],
  ["&", "&"],
  ["＆", "&"],
];

const PUNCTUATION: Readonly<Record<string, "open" | "close" | "comma">> = {
  "(": "open",
  "（": "open",
  ")": "close",
  "）": "close",
  ",": "comma",
  "，": "comma",
};

const WORD_END = /[\s()（）,，[\]［］"+＋*＊×÷/／=＝<>＜＞≤≥≠!&＆「」]|[-−－–]/u;
const NUMBER = /^[0-9０-９]+(?:[.．][0-9０-９]+)?%?/u;

/** `offset`: where the formula begins in a longer text; places are those of the whole. */
export function tokenize(formula: string, offset = 0): Token[] {
  try {
    return tokensOf(formula).map((token) => ({ ...token, at: token.at + offset }));
  } catch (error) {
    if (!(error instanceof FormulaError) || offset === 0) throw error;
    throw new FormulaError({ ...error.problem, at: error.problem.at + offset });
  }
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const char = formula[at] ?? "";
    if (/\s/u.test(char)) {
      at += 1;
      continue;
    }
    const token = tokenAt(formula, at, tokens.at(-1));
    tokens.push(token.token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(
  formula: string,
  at: number,
  last: Token | undefined,
): { token: Token; end: number } {
  const char = formula[at] ?? "";
  if (char === '"') return textAt(formula, at);
  if (char === "[" || char === "［") {
    if (last?.kind !== "word" && last?.kind !== "cell") {
      fail({ at, length: 1, message: "方括号前面缺少表名，应写作 表名[行, 列]。" });
    }
    return cellAt(formula, at);
  }
  const operator = OPERATORS.find(([sign]) => formula.startsWith(sign, at));
  if (operator) {
    return { token: { kind: "operator", text: operator[1], at }, end: at + operator[0].length };
  }
  const punctuation = PUNCTUATION[char];
  if (punctuation) return { token: { kind: punctuation, text: char, at }, end: at + 1 };
  const number = NUMBER.exec(formula.slice(at))?.[0];
  if (number !== undefined) {
    const next = formula[at + number.length];
    if (next === undefined || WORD_END.test(next)) {
      return {
        token: { kind: "number", text: number.normalize("NFKC"), at },
        end: at + number.length,
      };
    }
  }
  return wordAt(formula, at);
}

function textAt(formula: string, at: number): { token: Token; end: number } {
  const end = formula.indexOf('"', at + 1);
  if (end < 0) {
    fail({ at, length: formula.length - at, message: '文字没有结束的引号（"）。' });
  }
  return { token: { kind: "text", text: formula.slice(at + 1, end), at }, end: end + 1 };
}

function wordAt(formula: string, at: number): { token: Token; end: number } {
  let end = at;
  let text = "";
  while (end < formula.length) {
    const char = formula[end] ?? "";
    if (char === "「") {
      const close = formula.indexOf("」", end);
      if (close < 0) fail({ at: end, length: 1, message: "「 没有对应的 」。" });
      text += formula.slice(end + 1, close);
      end = close + 1;
      continue;
    }
    if (WORD_END.test(char)) break;
    text += char;
    end += 1;
  }
  if (end === at) fail({ at, length: 1, message: `公式里不能用“${formula[at] ?? ""}”。` });
  return { token: { kind: "word", text, at }, end };
}

function cellAt(formula: string, at: number): { token: Token; end: number } {
  let end = at + 1;
  while (end < formula.length) {
    const char = formula[end] ?? "";
    if (char === "「") {
      const close = formula.indexOf("」", end);
      if (close < 0) fail({ at: end, length: 1, message: "「 没有对应的 」。" });
      end = close;
    } else if (char === "]" || char === "］") {
      return {
        token: { kind: "cell", text: formula.slice(at + 1, end), at: at + 1 },
        end: end + 1,
      };
    } else if (char === "[" || char === "［") {
      break;
    }
    end += 1;
  }
  return fail({ at, length: end - at, message: "方括号没有配对：缺少 ]。" });
}

export function fail(problem: FormulaProblem): never {
  throw new FormulaError(problem);
}
