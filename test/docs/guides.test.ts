import { RIBBON_FUNCTIONS } from "../../src/application/ribbonFunctions";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readBuildOptions } from "../../src/cli/page/buildOptions";
import { OFFICE_SOURCES, officeAddress } from "../../src/cli/page/officeLibrary";
import { readXml, type XmlElement } from "../../src/cli/manifest/xmlTree";
import { pressOf } from "../../src/taskpane/ribbonPress";

const ROOT = resolve(__dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const guide = read("docs/安装说明.md");
const checklist = read("docs/真机核对.md");
const PAGES = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

const manifest = readXml(read("manifest.xml"));
const everything = (element: XmlElement): XmlElement[] => [
  element,
  ...element.children.flatMap(everything),
];
const elements = everything(manifest);
const named = (name: string) => elements.filter((element) => element.name === name);

function label(control: XmlElement): string {
  const id = control.children.find(({ name }) => name === "Label")?.attributes.get("resid");
  const text = elements.find(({ attributes }) => attributes.get("id") === id);
  return text?.attributes.get("DefaultValue") ?? "";
}

test.each([...named("Group"), ...named("Control")].map(label))(
  "both guides know what the ribbon calls “%s”",
  (words) => {
    expect(words).not.toBe("");
    expect(guide).toContain(words);
    expect(checklist).toContain(words);
  },
);

test("what a button asks the pane for, the pane knows", () => {
  const asked = named("Url")
    .map((element) => new URL(element.attributes.get("DefaultValue") ?? "").search)
    .filter((search) => search !== "");
  expect(asked).toHaveLength(2);
  expect(asked.map(pressOf)).not.toContain(undefined);
});

test("what a button runs is there, and waited for", () => {
  const built = read("webpack.config.js");
  for (const { text } of named("FunctionName")) {
    expect(RIBBON_FUNCTIONS).toContain(text);
    expect(built).toContain(`officePage("commands", "${text}")`);
  }
});

test.each(PAGES)("%s links only to what is there", (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(
    ([, link = ""]) => link,
  );
  const missing = links
    .filter((link) => !/^https?:/u.test(link))
    .filter((link) => !existsSync(join(ROOT, dirname(page), decodeURIComponent(link))));
  expect(missing).toEqual([]);
});

test.each(PAGES)("%s names only commands that npm has", (page) => {
  const names = [...read(page).matchAll(/npm run (?:-s )?([a-z:]+)/gu)].map(
    ([, name = ""]) => name,
  );
  expect(names.filter((name) => scripts[name] === undefined)).toEqual([]);
});

test.each(PAGES)("%s builds with options that the build takes", (page) => {
  const calls = [...read(page).matchAll(/npm run build -- ([^`\n]+)/gu)].map(
    ([, args = ""]) => args,
  );
  for (const args of calls) expect(() => readBuildOptions(args.trim().split(" "))).not.toThrow();
  if (page === "docs/安装说明.md") expect(calls).toHaveLength(3);
});

test.each(OFFICE_SOURCES)("the guide says where %s gets office.js from", (source) => {
  const row = guide
    .split("\n")
    .find((line) => line.startsWith("|") && line.includes(`officejs=${source}`));
  expect(row).toContain(
    officeAddress(source).replace("office.js", source === "self" ? "" : "office.js"),
  );
});

test("the guide says what to do about everything that the first page says", () => {
  const titles = [...read("src/taskpane/firstPage.js").matchAll(/title: "([^，"]+)/gu)].map(
    ([, title = ""]) => title,
  );
  expect(titles).toHaveLength(6);
  const missing = titles.filter((title) => !guide.includes(title));
  // Nobody is at a loss there: the page names the button to press.
  expect(missing).toEqual(["这一页要在 Excel 里打开"]);
});

test("the checklist is numbered through, and the guide points at the right numbers", () => {
  const numbers = [...checklist.matchAll(/^\| (\d+) (?:★ )?\|/gmu)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(guide).toContain("真机核对第 20、21 条");
  for (const [number, words] of [
    [20, "officejs=self"],
    [21, "连接体验"],
  ] as const) {
    const row = checklist.split("\n").find((line) => line.startsWith(`| ${String(number)} `));
    expect(row).toContain(words);
  }
});
