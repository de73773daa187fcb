import { openTemplate } from "../../src/application/openTemplate";
import { readShippedJson } from "../assets/readShippedTemplate";

interface Form {
  readonly table: {
    readonly key: string;
    role: string;
    readonly blocks: { kind: string; readonly rows: { sum?: { of: string[] } }[] }[];
    readonly information: {
      readonly parts: {
        readonly sections: {
          block?: number;
          fields?: unknown;
          readonly grid?: { readonly columns: { span: number }[] };
        }[];
      }[];
    };
  };
  readonly relations: { formula: string; when?: string }[];
}

/** What the package's author is told when its first optional form is damaged so. */
function told(damage: (form: Form) => void) {
  const json = readShippedJson("hunan-2020.json") as { forms: Form[] };
  damage(json.forms[0]!);
  const opened = openTemplate(json);
  return "problems" in opened
    ? opened.problems.map(({ path, message }) => `${path}：${message}`)
    : [];
}

test("a sound one is no problem", () => {
  expect(told(() => undefined)).toEqual([]);
});

test.each<[string, (form: Form) => void, RegExp]>([
  [
    "a row that the table does not have",
    ({ relations }) => {
      relations[1]!.formula = "绩效评价基本信息表[没有这一行, 支出合计] = 0";
    },
    /^forms\[0\]\.relations\[1\]\.formula：.*没有/u,
  ],
  [
    "a condition that cannot be read",
    ({ relations }) => {
      relations[0]!.when = "有数(";
    },
    /^forms\[0\]\.relations\[0\]\.when：/u,
  ],
  [
    "a sum of rows that are not there",
    ({ table }) => {
      table.blocks[0]!.rows[0]!.sum!.of = ["没有的组"];
    },
    /^forms\[0\]\.table\.blocks\[0\]/u,
  ],
  [
    "a block that the table does not have",
    ({ table }) => {
      table.information.parts[1]!.sections[3]!.block = 7;
    },
    /^forms\[0\]\.table\.information\.parts\[1\]\.sections\[3\]\.block：没有第 8 块数/u,
  ],
  [
    "a block that stands nowhere",
    ({ table }) => {
      table.information.parts[1]!.sections.pop();
    },
    /^forms\[0\]\.table\.blocks\[3\]：每块数应在一个部分里/u,
  ],
  [
    "lines wider than the page",
    ({ table }) => {
      table.information.parts[2]!.sections[0]!.grid!.columns[0]!.span = 3;
    },
    /grid\.columns：各栏共跨 10 栏，页面有 8 栏/u,
  ],
  [
    "two kinds in one section",
    ({ table }) => {
      table.information.parts[1]!.sections[0]!.fields = [[{ label: "联系人" }]];
    },
    /sections\[0\]：fields、block、grid 应有且只有一种/u,
  ],
  [
    "another role",
    ({ table }) => {
      table.role = "disclosure";
    },
    /^forms\[0\]\.table\.information：只有基本信息表/u,
  ],
])("%s is said with its place", (_, damage, wanted) => {
  expect(told(damage)).toEqual(expect.arrayContaining([expect.stringMatching(wanted)]));
});
