import { checkWrittenText } from "../../src/application/checkWrittenText";
import type { ClaimVerdict, TextClaim } from "../../src/domain/narrative/prose/claim";
import { claimContext } from "../../src/taskpane/components/narrative/claimContext";
import { claimRows } from "../../src/taskpane/components/narrative/written/claimRows";
import { claimList } from "../../src/taskpane/components/narrative/written/claimText";

const TEXT = "一、总体情况\n\n　　本年收入合计100万元。与上年相比，增加20万元，增长35%。\n　　完。";

function spanOf(quote: string, text = TEXT) {
  const start = text.indexOf(quote);
  return { start, end: start + quote.length };
}

test.each([
  ["in the midst of a sentence", "增长35%", "与上年相比，增加20万元，", "。", 2],
  ["at the start of one, the indent left out", "本年收入合计100万元", "", "。", 2],
  ["a whole sentence", "与上年相比，增加20万元，增长35%。", "", "", 2],
  ["a heading, which no full stop ends", "总体情况", "一、", "", 1],
  ["at the end of the text", "完", "", "。", 3],
])("a claim %s has its sentence around it", (_, quote, before, after, paragraph) => {
  expect(claimContext(TEXT, spanOf(quote))).toEqual({ before, quote, after, paragraph });
});

test("a sentence that goes on for long is cut on both sides, and says so", () => {
  const text = `${"甲".repeat(100)}占35%${"乙".repeat(100)}`;
  const { before, after } = claimContext(text, spanOf("占35%", text));
  expect([before, after]).toEqual([`…${"甲".repeat(60)}`, `${"乙".repeat(60)}…`]);
});

const claim = (verdict: ClaimVerdict, quote: string): TextClaim => ({
  kind: "share",
  verdict,
  quote,
  ...spanOf(quote),
  claimed: "",
  recomputed: "",
  explanation: `${quote}的说明。`,
});

const claims = [claim("right", "100万元"), claim("wrong", "35%"), claim("rounding", "20万元")];

test.each<[string, ClaimVerdict[], string[]]>([
  [
    "what is to be mended comes first",
    [],
    ["wrong 1", "35%", "rounding 1", "20万元", "right 1", "100万元"],
  ],
  [
    "folded groups keep their heads",
    ["wrong", "right"],
    ["wrong 1", "rounding 1", "20万元", "right 1"],
  ],
])("%s", (_, folded, expected) => {
  const rows = claimRows(claims, new Set(folded)).map((row) =>
    row.kind === "verdict" ? `${row.verdict} ${String(row.count)}` : row.claim.quote,
  );
  expect(rows).toEqual(expected);
});

test("what is copied names paragraph, words and reason, and leaves out what is right", () => {
  expect(claimList(claims, TEXT)).toBe(
    "写错 1\n第2段“35%”：35%的说明。\n只差在取舍上 1\n第2段“20万元”：20万元的说明。",
  );
});

test("a growth that is wrong is found in the text, where it stands", () => {
  const text = "2020年度收入总计100万元，与上年相比增加50万元，增长200%。";
  const wrong = checkWrittenText(text).claims.filter(({ verdict }) => verdict === "wrong");
  expect(wrong).toHaveLength(1);
  expect(claimContext(text, wrong[0]!).quote).toContain("200%");
});
