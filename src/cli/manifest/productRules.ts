import type { Problem } from "./checkStructure";
import type { ResourceKind } from "./manifestGrammar";
import type { XmlElement } from "./xmlTree";

/** What these rules ask of a manifest. */
export interface ProductManifest {
  readonly start: URL | undefined;
  all(name: string): readonly XmlElement[];
  resource(kind: ResourceKind, id: string | undefined): XmlElement | undefined;
}

interface ProductButton {
  readonly id: string;
  readonly label: string;
  /** Its icons' name: recheck-16.png, … */
  readonly picture: string;
  /** The element it must stand in, by its id. */
  readonly home: readonly [name: string, id: string];
  /** Beside the pane's page; a button without one runs a function. */
  readonly page?: string;
}

const HOME_TAB = ["OfficeTab", "TabHome"] as const;
const CELL_MENU = ["OfficeMenu", "ContextMenuCell"] as const;
/** One pane for all buttons: another id would open a second one. */
const PANE = "Office.AutoShowTaskpaneWithDocument";
const PERMISSION = "ReadWriteDocument";
const API_VERSION = "1.7";
const FUNCTIONS_PAGE = "commands.html";
const GROUP_PICTURE = "pane";

const BUTTONS: readonly ProductButton[] = [
  { id: "openPane", label: "打开面板", picture: "pane", home: HOME_TAB, page: "taskpane.html" },
  {
    id: "checkAgain",
    label: "重新审核",
    picture: "recheck",
    home: HOME_TAB,
    page: "taskpane.html?do=check",
  },
  { id: "clearMarks", label: "清除标记", picture: "clear", home: HOME_TAB },
  {
    id: "showCell",
    label: "查看本格",
    picture: "cell",
    home: CELL_MENU,
    page: "taskpane.html?do=cell",
  },
];

const attribute = (element: XmlElement, name: string) => element.attributes.get(name);
const childOf = ({ children }: XmlElement, name: string) =>
  children.find((child) => child.name === name);
const at = ({ line }: XmlElement, message: string): Problem => ({ line, message });

/** What the pages and the texts of this add-in count on. */
export function* productIsWhole(manifest: ProductManifest): Iterable<Problem> {
  for (const permission of manifest.all("Permissions")) {
    if (permission.text !== PERMISSION) {
      yield at(permission, `<Permissions> 应是 ${PERMISSION}：套表、清除标记要写工作簿`);
    }
  }
  for (const file of manifest.all("FunctionFile")) {
    yield* leadsTo(manifest, file, FUNCTIONS_PAGE, "<FunctionFile>");
  }
  for (const group of manifest.all("Group")) {
    yield* hasPicture(manifest, group, GROUP_PICTURE);
  }
  for (const button of BUTTONS) yield* buttonIsRight(manifest, button);
}

function* buttonIsRight(manifest: ProductManifest, button: ProductButton): Iterable<Problem> {
  const { id, label, page, picture } = button;
  const [homeName, homeId] = button.home;
  const [root] = manifest.all("OfficeApp");
  const control = manifest.all("Control").find((each) => attribute(each, "id") === id);
  if (!control) {
    if (root) yield at(root, `没有 id 是 ${id} 的按钮“${label}”`);
    return;
  }
  const homes = manifest.all(homeName).filter((home) => attribute(home, "id") === homeId);
  if (!homes.some((home) => holds(home, control))) {
    yield at(control, `“${label}”应在 <${homeName} id="${homeId}"> 里，否则 Excel 不显示它`);
  }
  yield* hasPicture(manifest, control, picture);
  const action = childOf(control, "Action");
  if (!action || page === undefined) return;
  const pane = childOf(action, "TaskpaneId");
  if (pane?.text !== PANE) {
    yield at(pane ?? action, `“${label}”的 <TaskpaneId> 应是 ${PANE}，否则会多开一个窗格`);
  }
  const source = childOf(action, "SourceLocation");
  if (source) yield* leadsTo(manifest, source, page, `“${label}”`);
}

function holds(parent: XmlElement, wanted: XmlElement): boolean {
  return parent.children.some((child) => child === wanted || holds(child, wanted));
}

function* leadsTo(
  manifest: ProductManifest,
  element: XmlElement,
  page: string,
  what: string,
): Iterable<Problem> {
  const found = manifest.resource("Urls", attribute(element, "resid"));
  const address = found && attribute(found, "DefaultValue");
  if (!manifest.start || address === undefined) return;
  const wanted = new URL(page, manifest.start).href;
  if (address !== wanted) yield at(element, `${what} 的地址应是 ${wanted}，现在是 ${address}`);
}

function* hasPicture(
  manifest: ProductManifest,
  element: XmlElement,
  picture: string,
): Iterable<Problem> {
  for (const image of childOf(element, "Icon")?.children ?? []) {
    const found = manifest.resource("Images", attribute(image, "resid"));
    const address = found && attribute(found, "DefaultValue");
    const file = `${picture}-${attribute(image, "size") ?? ""}.png`;
    if (address !== undefined && !address.endsWith(`/${file}`)) {
      yield at(image, `“${attribute(element, "id") ?? ""}”的图标应是 ${file}，现在是 ${address}`);
    }
  }
}

/** The pane says in Chinese what an older Excel lacks; a higher number hides it, a lower one promises too much. */
export function* requirementIsExact(manifest: ProductManifest): Iterable<Problem> {
  for (const sets of manifest.all("Sets")) {
    for (const set of sets.children) {
      const name = attribute(set, "Name") ?? "";
      if (name !== "ExcelApi") {
        yield at(set, `<Requirements> 里不应有 ${name}：没有它的 Excel 会不声不响地藏起加载项`);
        continue;
      }
      const version = attribute(set, "MinVersion") ?? attribute(sets, "DefaultMinVersion") ?? "1.1";
      if (version !== API_VERSION) {
        yield at(
          set,
          `要求的 ExcelApi 是 ${version}，应是 ${API_VERSION}：要求高了，加载项不声不响地不出现；更旧的 Excel 由首页说明`,
        );
      }
    }
  }
}
