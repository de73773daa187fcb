import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkManifest, type ManifestPlace } from "../../../src/cli/manifest/checkManifest";

const ROOT = join(__dirname, "../../..");
const shipped = readFileSync(join(ROOT, "manifest.xml"), "utf8");

const place: ManifestPlace = {
  file: (path) => {
    try {
      return readFileSync(join(ROOT, path));
    } catch {
      return undefined;
    }
  },
  hasPages: false,
  version: "0.1.0",
  isForOthers: false,
};

const messages = (source: string, changes: Partial<ManifestPlace> = {}) =>
  checkManifest(source, { ...place, ...changes }).map(({ message }) => message);

/** The shipped manifest with the first piece that fits exchanged. */
function exchanging(piece: string | RegExp, by: string): string {
  const changed = shipped.replace(piece, by);
  if (changed === shipped) throw new Error(`nothing to exchange: ${String(piece)}`);
  return changed;
}

test("the shipped manifest has no problems", () => {
  expect(checkManifest(shipped, place)).toEqual([]);
});

test("a problem says its line", () => {
  const line = shipped.slice(0, shipped.indexOf("<Permissions>")).split("\n").length;
  expect(checkManifest(exchanging("ReadWriteDocument", "Everything"), place)).toEqual([
    {
      line,
      message:
        "<Permissions> 是“Everything”，只能是 Restricted、ReadDocument、ReadAllDocument、WriteDocument、ReadWriteDocument",
    },
  ]);
});

const longText = (length: number) => "字".repeat(length);

const EXCEL_TABS =
  "TabHome、TabInsert、TabPageLayoutExcel、TabFormulas、TabData、TabReview、TabView、TabDeveloper、TabAddIns、TabPrintPreview、TabBackgroundRemoval";

test.each([
  ["OfficeTab", "TabHome", "TabData", "打开面板"],
  ["OfficeMenu", "ContextMenuCell", "ContextMenuText", "查看本格"],
])("<%s> stays on %s: on %s nobody would look for it", (element, from, to, button) => {
  const said = messages(exchanging(`id="${from}"`, `id="${to}"`));
  expect(said).toContain(`“${button}”应在 <${element} id="${from}"> 里，否则 Excel 不显示它`);
});

/** What is done to it, and the whole of what is said. */
const broken: [name: string, source: string, said: string[]][] = [
  ["nothing", "", ["不是完好的 XML：document must contain a root element."]],
  ["an unclosed element", exchanging("</Hosts>", ""), ["不是完好的 XML：unexpected close tag."]],
  [
    "a DOCTYPE",
    exchanging("<OfficeApp", "<!DOCTYPE a []><OfficeApp"),
    ["不能有 DOCTYPE，Excel 会拒绝。"],
  ],
  [
    "another encoding",
    exchanging('encoding="UTF-8"', 'encoding="GBK"'),
    ["编码应是 UTF-8，现在写的是“GBK”。"],
  ],
  ["another root", "<Addin/>", ["最外层应是 <OfficeApp>，现在是 <Addin>"]],
  [
    "another namespace",
    exchanging("office/appforoffice/1.1", "office/appforoffice/1.0"),
    ["<OfficeApp> 的命名空间应是 http://schemas.microsoft.com/office/appforoffice/1.1"],
  ],
  [
    "a mail add-in",
    exchanging('xsi:type="TaskPaneApp"', 'xsi:type="MailApp"'),
    ["<OfficeApp> 的 xsi:type 是“MailApp”，只能是 TaskPaneApp"],
  ],
  [
    "an element in the wrong place",
    exchanging(/( {2}<Version>.*\n)( {2}<ProviderName>.*\n)/u, "$2$1"),
    ["<Version> 的次序不对，应在 <ProviderName> 之前"],
  ],
  [
    "button parts in the wrong order",
    exchanging(/( +<Label resid="pane.label" \/>\n)((?:.*\n){4})( +<\/?Icon>)/u, "$2$1$3"),
    ["<Label> 的次序不对，应在 <Supertip> 之前"],
  ],
  ["no id", exchanging(/ {2}<Id>.*\n/u, ""), ["<OfficeApp> 里缺少 <Id>"]],
  ["two ids", exchanging(/( {2}<Id>.*\n)/u, "$1$1"), ["<OfficeApp> 里只能有一个 <Id>"]],
  [
    "an id that is none",
    exchanging(/<Id>.*<\/Id>/u, "<Id>gongkai</Id>"),
    ["<Id> 是“gongkai”，应是 8-4-4-4-12 位的 GUID"],
  ],
  [
    "an id left empty by a template",
    exchanging(/<Id>.*<\/Id>/u, "<Id>00000000-0000-0000-0000-000000000000</Id>"),
    ["<Id> 全是 0，要换成本加载项自己的"],
  ],
  [
    "a version with letters",
    exchanging("<Version>0.1.0", "<Version>0.1-beta"),
    [
      "<Version> 是“0.1-beta”，应像 1.0.0 这样写，只有数字和点",
      "<Version> 是 0.1-beta，package.json 里是 0.1.0",
    ],
  ],
  [
    "last release's version",
    exchanging("<Version>0.1.0", "<Version>0.0.9"),
    ["<Version> 是 0.0.9，package.json 里是 0.1.0"],
  ],
  [
    "an element that Office does not know",
    exchanging("  <Permissions>", "  <Telemetry/>\n  <Permissions>"),
    ["<OfficeApp> 里不应有 <Telemetry>"],
  ],
  ["stray words", exchanging("<Resources>", "<Resources>见下"), ["<Resources> 里不应有文字“见下”"]],
  [
    "an attribute that Office does not know",
    exchanging('<Host Name="Workbook"', '<Host Name="Workbook" Size="1"'),
    ["<Host> 不应有属性 Size"],
  ],
  ["a missing attribute", exchanging('<Host Name="Workbook"', "<Host"), ["<Host> 缺少属性 Name"]],
  [
    "another program",
    exchanging('<Host Name="Workbook"', '<Host Name="Document"'),
    ["<Host> 的 Name 是“Document”，只能是 Workbook"],
  ],
  [
    "Outlook's version overrides",
    exchanging("VersionOverridesV1_0", "VersionOverridesV1_1"),
    ["<VersionOverrides> 的 xsi:type 是“VersionOverridesV1_1”，只能是 VersionOverridesV1_0"],
  ],
  [
    "a kind of button that there is not",
    exchanging('xsi:type="Button" id="clearMarks"', 'xsi:type="Toggle" id="clearMarks"'),
    [
      "<Control> 的 xsi:type 是“Toggle”，只能是 Button、Menu",
      "有 <FunctionFile>，但没有按钮用它",
      ...[16, 20, 24, 32, 40, 48, 64, 80, "label", "text"].map(
        (part) => `<Resources> 里的“clear.${String(part)}”没有用到`,
      ),
    ],
  ],
  [
    "a shared runtime",
    exchanging(
      "<DesktopFormFactor>",
      '<Runtimes><Runtime resid="pane.url" lifetime="long"/></Runtimes><DesktopFormFactor>',
    ),
    ["<Host> 里不应有 <Runtimes>"],
  ],
  [
    "two buttons of one id",
    exchanging('id="checkAgain"', 'id="openPane"'),
    [`id“openPane”在第 ${String(lineOf('id="openPane"'))} 行已经用过`],
  ],
  [
    "a name too long by one",
    exchanging('DefaultValue="决算公开助手"', `DefaultValue="${longText(126)}"`),
    ["<DisplayName> 的 DefaultValue 有 126 个字符，最多 125 个"],
  ],
  [
    "a name of just the length",
    exchanging('DefaultValue="决算公开助手"', `DefaultValue="${longText(125)}"`),
    [],
  ],
  [
    "a tip too long by one",
    exchanging(/(id="pane.text" DefaultValue=")[^"]*/u, `$1${longText(251)}`),
    ["<String> 的 DefaultValue 有 251 个字符，最多 250 个"],
  ],
  [
    "a tip of just the length",
    exchanging(/(id="pane.text" DefaultValue=")[^"]*/u, `$1${longText(250)}`),
    [],
  ],
  [
    "an empty label",
    exchanging('DefaultValue="打开面板"', 'DefaultValue=""'),
    ["<String> 的 DefaultValue 是空的"],
  ],
  [
    "a label with a blank",
    exchanging('DefaultValue="打开面板"', 'DefaultValue="打开面板 "'),
    ["<String> 的 DefaultValue 首尾有空格"],
  ],
  [
    "a resource's name too long by one",
    shipped.replaceAll("pane.text", "p".repeat(33)),
    ["<Description> 的 resid 有 33 个字符，最多 32 个", "<String> 的 id 有 33 个字符，最多 32 个"],
  ],
  [
    "a resource that there is not",
    exchanging('<Label resid="cell.label"', '<Label resid="cell.lable"'),
    ["<Label> 的 resid“cell.lable”在 <Resources> 里没有"],
  ],
  [
    "a resource of another kind",
    exchanging('<Label resid="cell.label"', '<Label resid="cell.text"'),
    ["<Label> 的 resid“cell.text”在 <LongStrings> 里，应引用 <ShortStrings> 里的"],
  ],
  [
    "a resource that nothing uses",
    exchanging(
      '<bt:Url id="page.url"',
      '<bt:Url id="old.url" DefaultValue="https://localhost:3000/old.html"/><bt:Url id="page.url"',
    ),
    ["<Resources> 里的“old.url”没有用到"],
  ],
  [
    "a resource twice",
    exchanging(/( +<bt:Url id="page.url".*\n)/u, "$1$1"),
    [`<Resources> 里的 id“page.url”在第 ${String(lineOf('<bt:Url id="page.url"'))} 行已经用过`],
  ],
  [
    "English first",
    exchanging("<DefaultLocale>zh-CN", "<DefaultLocale>en-US"),
    ["<DefaultLocale> 应是 zh-CN"],
  ],
  [
    "a label without English",
    exchanging(/(id="cell.label" DefaultValue="查看本格">\n).*\n/u, "$1"),
    ["“cell.label” 缺少 en-US 的文字"],
  ],
  [
    "Chinese as another language",
    exchanging(
      '<Override Locale="en-US" Value="Final',
      '<Override Locale="zh-CN" Value="决算"/><Override Locale="en-US" Value="Final',
    ),
    ["<DisplayName> 的 zh-CN 文字应写在 DefaultValue 里"],
  ],
  [
    "a language twice",
    exchanging(/( +<Override Locale="en-US" Value="Final.*\n)/u, "$1$1"),
    ["<DisplayName> 有两处 en-US 的文字"],
  ],
  [
    "a language that is none",
    exchanging('Locale="en-US" Value="Open pane"', 'Locale="English" Value="Open pane"'),
    ["“pane.label” 缺少 en-US 的文字", "<Override> 的 Locale 是“English”，应像 zh-CN 这样写"],
  ],
  [
    "an address without encryption",
    exchanging('"https://localhost:3000/commands.html"', '"http://localhost:3000/commands.html"'),
    ["“commands.url” 的地址 http://localhost:3000/commands.html 应以 https:// 开头"],
  ],
  [
    "half an address",
    exchanging('"https://localhost:3000/commands.html"', '"commands.html"'),
    ["“commands.url” 的地址 commands.html 不是完整的地址"],
  ],
  [
    "an address with a password",
    exchanging(
      '"https://localhost:3000/commands.html"',
      '"https://a:b@localhost:3000/commands.html"',
    ),
    ["“commands.url” 的地址 https://a:b@localhost:3000/commands.html 里不能有用户名、密码"],
  ],
  [
    "an address with a blank",
    exchanging(
      '"https://localhost:3000/commands.html"',
      '"https://localhost:3000/my commands.html"',
    ),
    [
      "“commands.url” 的地址 https://localhost:3000/my commands.html 应写成 https://localhost:3000/my%20commands.html",
    ],
  ],
  [
    "an address elsewhere",
    exchanging('"https://localhost:3000/commands.html"', '"https://example.com/commands.html"'),
    [
      "“commands.url” 的地址 https://example.com/commands.html 与窗格不在同一网站，要写进 <AppDomains>",
    ],
  ],
  [
    "a domain with a path",
    exchanging(
      "  <Hosts>",
      "  <AppDomains><AppDomain>https://example.com/a</AppDomain></AppDomains>\n  <Hosts>",
    ),
    [
      "<AppDomain> 是“https://example.com/a”，应是 https:// 加域名，后面没有路径、斜杠，也不能用星号代替",
    ],
  ],
  [
    "an icon that is not there",
    exchanging("icons/cell-24.png", "icons/cell-25.png"),
    ["“cell.24” 指的文件 assets/icons/cell-25.png 不存在"],
  ],
  [
    "an icon of another size",
    exchanging(
      'id="cell.24" DefaultValue="https://localhost:3000/assets/icons/cell-24.png"',
      'id="cell.24" DefaultValue="https://localhost:3000/assets/icons/cell-20.png"',
    ),
    ["assets/icons/cell-20.png 是 20×20 像素，这里要 24×24"],
  ],
  [
    "an icon that is no picture",
    exchanging(
      'id="cell.24" DefaultValue="https://localhost:3000/assets/icons/cell-24.png"',
      'id="cell.24" DefaultValue="https://localhost:3000/package.json"',
    ),
    ["package.json 不是 PNG 图片"],
  ],
  [
    "a small icon for large screens",
    exchanging(
      '<HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icons/pane-64.png"',
      '<HighResolutionIconUrl DefaultValue="https://localhost:3000/assets/icons/pane-32.png"',
    ),
    ["assets/icons/pane-32.png 是 32×32 像素，这里要 64×64"],
  ],
  [
    "a button without its largest icon",
    exchanging(/ +<bt:Image size="80" resid="cell.80" \/>\n/u, ""),
    ["<Icon> 缺少 80 像素的图标", "<Resources> 里的“cell.80”没有用到"],
  ],
  [
    "a size that Office does not know",
    exchanging('<bt:Image size="20" resid="cell.20"', '<bt:Image size="22" resid="cell.20"'),
    [
      "<Image> 的 size 是“22”，只能是 16、20、24、32、40、48、64、80",
      "assets/icons/cell-20.png 是 20×20 像素，这里要 22×22",
    ],
  ],
  [
    "too new an Excel",
    exchanging('Name="ExcelApi" MinVersion="1.7"', 'Name="ExcelApi" MinVersion="1.14"'),
    [
      "要求的 ExcelApi 是 1.14，应是 1.7：要求高了，加载项不声不响地不出现；更旧的 Excel 由首页说明",
    ],
  ],
  [
    "a set that few have",
    exchanging("    </Sets>", '      <Set Name="SharedRuntime" MinVersion="1.1"/>\n    </Sets>'),
    ["<Requirements> 里不应有 SharedRuntime：没有它的 Excel 会不声不响地藏起加载项"],
  ],
  [
    "a button that runs nothing",
    exchanging(/ +<FunctionFile .*\n/u, ""),
    ["按钮要运行 clearMarks，但没有 <FunctionFile>", "<Resources> 里的“commands.url”没有用到"],
  ],
  [
    "a function name that is none",
    exchanging("<FunctionName>clearMarks", "<FunctionName>清除标记"),
    ["<FunctionName> 是“清除标记”，只能是 clearMarks"],
  ],
  [
    "a tab that no Excel has",
    exchanging('id="TabHome"', 'id="TabHomes"'),
    [`<OfficeTab> 的 id 是“TabHomes”，只能是 ${EXCEL_TABS}`],
  ],
  [
    "a tab of Word's",
    exchanging('id="TabHome"', 'id="TabPageLayoutWord"'),
    [`<OfficeTab> 的 id 是“TabPageLayoutWord”，只能是 ${EXCEL_TABS}`],
  ],
  [
    "a menu that no Excel has",
    exchanging('id="ContextMenuCell"', 'id="ContextMenuCells"'),
    ["<OfficeMenu> 的 id 是“ContextMenuCells”，只能是 ContextMenuCell、ContextMenuText"],
  ],
  [
    "a function that the add-in does not have",
    exchanging("<FunctionName>clearMarks", "<FunctionName>clearMark"),
    ["<FunctionName> 是“clearMark”，只能是 clearMarks"],
  ],
  [
    "a pane that cannot open by itself",
    shipped.replaceAll("Office.AutoShowTaskpaneWithDocument", "Gongkai.Pane"),
    ["没有 <TaskpaneId> 是 Office.AutoShowTaskpaneWithDocument，窗格不能随工作簿自己打开"],
  ],
  [
    "a pane that would check by itself when a workbook is opened",
    exchanging('<SourceLocation resid="pane.url"', '<SourceLocation resid="recheck.url"'),
    [
      "随工作簿打开的是第一个 Office.AutoShowTaskpaneWithDocument，地址应是 https://localhost:3000/taskpane.html",
      "<Resources> 里的“pane.url”没有用到",
    ],
  ],
  ...["2.0", "1.1", "1.70"].map((version): [string, string, string[]] => [
    `another Excel: ${version}`,
    exchanging('Name="ExcelApi" MinVersion="1.7"', `Name="ExcelApi" MinVersion="${version}"`),
    [
      `要求的 ExcelApi 是 ${version}，应是 1.7：要求高了，加载项不声不响地不出现；更旧的 Excel 由首页说明`,
    ],
  ]),
  [
    "a new Excel by default",
    exchanging(
      /DefaultMinVersion="1.7">(\s*)<Set Name="ExcelApi" MinVersion="1.7"/u,
      'DefaultMinVersion="1.14">$1<Set Name="ExcelApi"',
    ),
    [
      "要求的 ExcelApi 是 1.14，应是 1.7：要求高了，加载项不声不响地不出现；更旧的 Excel 由首页说明",
    ],
  ],
  [
    "the right Excel by default",
    exchanging('<Set Name="ExcelApi" MinVersion="1.7"', '<Set Name="ExcelApi"'),
    [],
  ],
  [
    "a default that is not used",
    exchanging('DefaultMinVersion="1.7"', 'DefaultMinVersion="1.20"'),
    [],
  ],
  [
    "a pane that may not write",
    exchanging("ReadWriteDocument", "ReadDocument"),
    ["<Permissions> 应是 ReadWriteDocument：套表、清除标记要写工作簿"],
  ],
  [
    "the context menu of texts",
    exchanging("ContextMenuCell", "ContextMenuText"),
    ['“查看本格”应在 <OfficeMenu id="ContextMenuCell"> 里，否则 Excel 不显示它'],
  ],
  [
    "no context menu",
    exchanging(/<ExtensionPoint xsi:type="ContextMenu">[\s\S]*?<\/ExtensionPoint>/u, "")
      .replace(/\s*<bt:(?:Image|Url) id="cell\.[^>]*>/gu, "")
      .replace(/\s*<bt:String id="cell\.[\s\S]*?<\/bt:String>/gu, ""),
    ["没有 id 是 showCell 的按钮“查看本格”"],
  ],
  ...["", "?do=chek"].map((query): [string, string, string[]] => [
    `重新审核 that opens the pane with “${query}”`,
    exchanging("taskpane.html?do=check", `taskpane.html${query}`),
    [
      `“重新审核” 的地址应是 https://localhost:3000/taskpane.html?do=check，现在是 https://localhost:3000/taskpane.html${query}`,
    ],
  ]),
  [
    "functions in the pane's page",
    exchanging("/commands.html", "/taskpane.html"),
    [
      "<FunctionFile> 的地址应是 https://localhost:3000/commands.html，现在是 https://localhost:3000/taskpane.html",
    ],
  ],
  [
    "a pane of its own for 重新审核",
    exchanging(
      /(id="checkAgain"[\s\S]*?<TaskpaneId>)Office.AutoShowTaskpaneWithDocument/u,
      "$1Gongkai.Check",
    ),
    ["“重新审核”的 <TaskpaneId> 应是 Office.AutoShowTaskpaneWithDocument，否则会多开一个窗格"],
  ],
  ...["open Pane", "打开", "1st"].map((id): [string, string, string[]] => [
    `a button's id ${id}`,
    exchanging('id="openPane"', `id="${id}"`),
    [`<Control> 的 id 是“${id}”，只能用英文字母、数字、点、横线、下划线，以字母开头`],
  ]),
  [
    "a second program",
    exchanging('<Host Name="Workbook" />', '<Host Name="Workbook" /><Host Name="Workbook" />'),
    ["<Hosts> 里只能有一个 <Host>"],
  ],
  [
    "English that is Chinese",
    exchanging('Value="Open pane"', 'Value="打开面板"'),
    ["“pane.label” 的 en-US 文字里有中文"],
  ],
  [
    "another button's picture",
    exchanging("icons/recheck-32.png", "icons/cell-32.png"),
    [
      "“checkAgain”的图标应是 recheck-32.png，现在是 https://localhost:3000/assets/icons/cell-32.png",
    ],
  ],
  [
    "a picture on another site that is allowed",
    exchanging(
      "  <Hosts>",
      "  <AppDomains><AppDomain>https://example.com</AppDomain></AppDomains>\n  <Hosts>",
    ).replace(
      'id="pane.16" DefaultValue="https://localhost:3000/assets/icons/pane-16.png"',
      'id="pane.16" DefaultValue="https://example.com/pane-16.png"',
    ),
    ["“pane.16” 的地址 https://example.com/pane-16.png 不在窗格所在的文件夹里，生成时不会放到那里"],
  ],
];

function lineOf(piece: string): number {
  return shipped.slice(0, shipped.indexOf(piece)).split("\n").length;
}

test.each(broken)("%s", (_, source, said) => {
  expect(messages(source).sort()).toEqual([...said].sort());
});

test("where it is built, the pages must lie beside it", () => {
  const hasAllBut = (missing: string) => (path: string) =>
    path.endsWith(".html") ? (path === missing ? undefined : new Uint8Array()) : place.file(path);
  const built = { hasPages: true, file: hasAllBut("commands.html") };
  expect(messages(shipped, built)).toEqual(["“commands.url” 指的文件 commands.html 不存在"]);
});

test("what others are given does not point at this computer", () => {
  const said = messages(shipped, { isForOthers: true });
  expect(said[0]).toBe(
    "<IconUrl> 的地址 https://localhost:3000/assets/icons/pane-32.png 只有本机能打开，别人用不了",
  );
  expect(said).toHaveLength(shipped.split('"https://localhost').length - 1);
  const theirs = shipped.replaceAll("https://localhost:3000/", "https://czj.example.gov.cn/gk/");
  expect(messages(theirs, { isForOthers: true })).toEqual([]);
});

test("an address with a broken escape is a file that is not there, not a crash", () => {
  const source = exchanging(/(?<=<IconUrl DefaultValue="[^"]*\/)[^/"]+(?=")/u, "%ZZ.png");
  expect(messages(source).join()).toContain("%ZZ.png");
});
