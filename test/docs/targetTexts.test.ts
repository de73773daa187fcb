import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readTyped } from "../../src/domain/evaluation/targets/readTyped";

const WORDS = {
  atLeast: "不低于",
  above: "高于",
  atMost: "不超过",
  below: "低于",
  equal: "等于",
  range: "范围",
  between: "上下限",
  none: "数",
} as const;

const guide = readFileSync(join(__dirname, "../../docs/使用说明.md"), "utf8");
const [, section = ""] = guide.split("## 看得懂的目标写法");
const rows = [...section.matchAll(/^\| (.+) \| (.+) \|$/gmu)]
  .map(([, text = "", read = ""]): [string, string] => [text, read])
  .filter(([text]) => text !== "写法" && !text.startsWith("---"));

test("the guide has a list of ways to write a target", () => {
  expect(rows.length).toBeGreaterThan(30);
});

test.each(rows)("the guide is right about %s: %s", (text, read) => {
  const typed = readTyped(text, 2020);
  const words = typed.kind === "quantity" ? WORDS[typed.operator] : undefined;
  expect(words ?? (typed.kind === "period" ? "时间" : "看不懂")).toBe(read);
});
