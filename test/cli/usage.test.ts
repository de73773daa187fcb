import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exitCodeFor } from "../../src/cli/exitCode";
import { gongkai, inOwnFolder } from "./cliRun";

const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as {
  version: string;
};

inOwnFolder();

test.each([
  [["frobnicate"], "没有“frobnicate”这个命令，运行 gongkai help 可看到全部命令。"],
  [["check"], "请写明要审核的工作簿，例如：gongkai check 决算公开表.xlsx。"],
  [["check", "a.xlsx", "--jso"], "没有“--jso”这个选项。是不是要写“--json”？"],
  [["check", "a.xlsx", "-x"], "没有“-x”这个选项。"],
  [["check", "a.xlsx", "--json=yes"], "“--json”后面不用写内容。"],
  [["check", "a.xlsx", "--template"], "“--template”后面缺少内容。"],
  [["check", "a.xlsx", "--template="], "“--template”后面缺少内容。"],
  [
    ["check", "a.xlsx", "--template", "beijing"],
    "没有“beijing”这个模板，运行 gongkai help 可看到现有模板。",
  ],
  [["score"], "请写明工作簿文件，例如：决算公开表.xlsx。"],
  [["narrate", "a.xlsx", "b.xlsx"], "一次只能写一个文件，多了“b.xlsx”。"],
  [["sample", "a.xlsx"], "多了“a.xlsx”。"],
  [["help", "frobnicate"], "没有“frobnicate”这个命令，运行 gongkai help 可看到全部命令。"],
])("%j → %s", async (args, sentence) => {
  const { code, out, note } = await gongkai(...args);
  expect({ code, out, note: note.split("\n")[0] }).toEqual({ code: 2, out: "", note: sentence });
});

test.each([["help"], ["--help"], ["-h"]])("%s lists commands and templates", async (word) => {
  const { code, out } = await gongkai(word);
  expect(code).toBe(0);
  const names = "layout check demo compare score narrate ready sample hunan-2020".split(" ");
  for (const name of names) {
    expect(out).toMatch(new RegExp(`^ {2}${name} `, "mu"));
  }
});

test.each([[["help", "check"]], [["check", "--help"]]])("%j explains the command", async (args) => {
  const { code, out } = await gongkai(...args);
  expect(code).toBe(0);
  expect(out).toContain("gongkai check 文件… [--json] [--template 模板]");
});

test.each(["version", "--version", "-v"])("%s prints the version alone", async (word) => {
  expect(await gongkai(word)).toEqual({ code: 0, out: version, note: "" });
});

test("a file whose name begins with - comes after --", async () => {
  const { note } = await gongkai("check", "--", "-a.xlsx");
  expect(note).toBe("-a.xlsx：没有这个文件，请检查文件名和所在文件夹。");
});

const finding = {
  code: "K1",
  id: "a",
  kind: "figures",
  title: "",
  explanation: "",
  cells: [],
} as const;

test.each([
  [0, []],
  [1, [{ ...finding, state: "failed", level: "must-hold" }]],
  [0, [{ ...finding, state: "failed", level: "explain" }]],
  [0, [{ ...finding, state: "failed", level: "advice" }]],
  [0, [{ ...finding, state: "undetermined", level: "must-hold" }]],
  [0, [{ ...finding, state: "roundingTail", level: "must-hold" }]],
  [
    2,
    [
      { ...finding, state: "failed", level: "must-hold" },
      { ...finding, state: "relationFault", level: "advice" },
    ],
  ],
] as const)("exit code %i for %j", (code, findings) => {
  expect(exitCodeFor(findings)).toBe(code);
});
