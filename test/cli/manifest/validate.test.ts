import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "../../../src/cli/manifest/validate";

const root = join(__dirname, "../../..");
const hasSchemas = existsSync(join(root, "../shared/manifest-xsd/combined.xsd"));
const shipped = readFileSync(join(root, "manifest.xml"), "utf8");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-manifest-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const out: string[] = [];
  const note: string[] = [];
  const terminal = {
    out: (text: string) => out.push(text),
    note: (text: string) => note.push(text),
  };
  return { code: validate(args, { root, terminal }), out, note };
}

test("the repository's own manifest is good, also for Microsoft's schemas where they are", () => {
  expect(run()).toEqual({ code: 0, out: [], note: ["manifest.xml：没有问题。"] });
});

test("each problem comes with file and line; the exit code says that there are some", () => {
  const file = join(folder, "manifest.xml");
  writeFileSync(file, shipped.replace(/ {2}<ProviderName>.*\n/u, ""));
  const { code, out, note } = run(file);
  expect(code).toBe(1);
  expect(out[0]).toBe(`${file}:3 <OfficeApp> 里缺少 <ProviderName>`);
  expect(out).toHaveLength(hasSchemas ? 2 : 1);
  expect(note.at(-1)).toBe(`${file}：${String(out.length)} 处问题。`);
});

test("beside built pages, the files are looked for there", () => {
  cpSync(join(root, "assets/icons"), join(folder, "assets/icons"), { recursive: true });
  const file = join(folder, "manifest.xml");
  writeFileSync(file, shipped);
  writeFileSync(join(folder, "taskpane.html"), "");
  writeFileSync(join(folder, "index.html"), "");
  rmSync(join(folder, "assets/icons/cell-48.png"));
  expect(run(file).out.map((line) => line.replace(/^\S+ /u, ""))).toEqual([
    "“cell.48” 指的文件 assets/icons/cell-48.png 不存在",
    "“commands.url” 指的文件 commands.html 不存在",
  ]);
});

test.each([
  [["none.xml"], "没有这个文件，请检查文件名和所在文件夹。"],
  [["--strict"], "没有“--strict”这个选项。"],
])("%j → %s", (args, sentence) => {
  expect(run(...args)).toEqual({
    code: 2,
    out: [],
    note: [sentence, "写法：npm run validate [-- 清单文件.xml]"],
  });
});
