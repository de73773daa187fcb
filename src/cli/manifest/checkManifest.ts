import { checkStructure, type Problem, type Ruled } from "./checkStructure";
import type { ResourceKind } from "./manifestGrammar";
import { pngSize } from "./pngSize";
import { productIsWhole, requirementIsExact } from "./productRules";
import { readXml, XmlTrouble, type XmlElement } from "./xmlTree";

export type { Problem } from "./checkStructure";

export interface ManifestPlace {
  /** What lies at an address of the add-in's own, by its path beside the pane's page; nothing where there is no file. */
  readonly file: (path: string) => Uint8Array | undefined;
  /** Whether the pages lie there too, as they do where it is built. */
  readonly hasPages: boolean;
  /** The version that the manifest should have. */
  readonly version: string;
  /** For other people's computers: then this computer's own address will not do. */
  readonly isForOthers: boolean;
}

/** The languages besides the first that everything shown is written in. */
const OTHER_LOCALES = ["en-US"];
const FIRST_LOCALE = "zh-CN";
const AUTO_OPEN = "Office.AutoShowTaskpaneWithDocument";
/** Office draws a button only where these are. */
const NEEDED_SIZES = ["16", "32", "80"];
const APP_ICON_SIZES: Readonly<Record<string, number>> = { IconUrl: 32, HighResolutionIconUrl: 64 };
const KINDS: readonly ResourceKind[] = ["Images", "Urls", "ShortStrings", "LongStrings"];

/** Everything that Office would refuse or leave out without a word, each with its line. */
export function checkManifest(source: string, place: ManifestPlace): Problem[] {
  let root: XmlElement;
  try {
    root = readXml(source);
  } catch (error) {
    if (error instanceof XmlTrouble) return [{ line: error.line, message: error.message }];
    throw error;
  }
  const { problems, ruled } = checkStructure(root);
  const manifest = new Manifest(root, ruled, place);
  const found = [...problems, ...RULES.flatMap((rule) => [...rule(manifest)])];
  // Otherwise most of it would be said twice.
  if (found.length === 0) found.push(...productIsWhole(manifest));
  return found.sort((one, other) => one.line - other.line);
}

class Manifest {
  readonly resources: readonly { kind: ResourceKind; id: string; element: XmlElement }[];

  constructor(
    readonly root: XmlElement,
    readonly ruled: readonly Ruled[],
    readonly place: ManifestPlace,
  ) {
    this.resources = KINDS.flatMap((kind) =>
      this.all(kind).flatMap(({ children }) =>
        children.map((element) => ({ kind, id: element.attributes.get("id") ?? "", element })),
      ),
    );
  }

  all(name: string): XmlElement[] {
    return this.ruled.filter(({ element }) => element.name === name).map(({ element }) => element);
  }

  /** The pane's own page, beside which everything lies. */
  get start(): URL | undefined {
    const [settings] = this.all("DefaultSettings");
    return toUrl(settings?.children[0]?.attributes.get("DefaultValue"));
  }

  /** Where a file of ours lies beside the pane's page; nothing for an address elsewhere. */
  pathOf(address: string | undefined): string | undefined {
    const url = toUrl(address);
    const folder = this.start && new URL(".", this.start).href;
    if (!url || folder === undefined || !url.href.startsWith(folder)) return undefined;
    const path = `${url.origin}${url.pathname}`.slice(folder.length);
    try {
      return decodeURIComponent(path);
    } catch {
      // Then no file has this name.
      return path;
    }
  }

  addresses(): { element: XmlElement; value: string }[] {
    return this.ruled.flatMap(({ element, rule }) => {
      const value = attribute(element, element.name === "Override" ? "Value" : "DefaultValue");
      return rule.isAddress && value !== undefined ? [{ element, value }] : [];
    });
  }

  resource(kind: ResourceKind, id: string | undefined): XmlElement | undefined {
    return this.resources.find((each) => each.kind === kind && each.id === id)?.element;
  }
}

type Rule = (manifest: Manifest) => Iterable<Problem>;
const at = ({ line }: XmlElement, message: string): Problem => ({ line, message });
const attribute = (element: XmlElement, name: string) => element.attributes.get(name);

function* versionIsThePackages(manifest: Manifest): Iterable<Problem> {
  for (const element of manifest.all("Version")) {
    const { version } = manifest.place;
    if (element.text !== version) {
      yield at(element, `<Version> 是 ${element.text}，package.json 里是 ${version}`);
    }
  }
}

function* languagesAreComplete(manifest: Manifest): Iterable<Problem> {
  for (const element of manifest.all("DefaultLocale")) {
    if (element.text !== FIRST_LOCALE) yield at(element, `<DefaultLocale> 应是 ${FIRST_LOCALE}`);
  }
  for (const { element, rule } of manifest.ruled) {
    const locales = element.children
      .filter(({ name }) => name === "Override")
      .map((override) => attribute(override, "Locale") ?? "");
    const what = nameOf(element);
    for (const locale of OTHER_LOCALES) {
      if (rule.localised && !locales.includes(locale))
        yield at(element, `${what} 缺少 ${locale} 的文字`);
    }
    for (const override of element.children) {
      const text = attribute(override, "Value") ?? "";
      if (
        rule.localised &&
        attribute(override, "Locale") === "en-US" &&
        /\p{Script=Han}/u.test(text)
      )
        yield at(override, `${what} 的 en-US 文字里有中文`);
    }
    for (const locale of new Set(locales)) {
      if (locales.filter((each) => each === locale).length > 1) {
        yield at(element, `${what} 有两处 ${locale} 的文字`);
      }
    }
    if (locales.includes(FIRST_LOCALE)) {
      yield at(element, `${what} 的 ${FIRST_LOCALE} 文字应写在 DefaultValue 里`);
    }
  }
}

function* idsAreUnique(manifest: Manifest): Iterable<Problem> {
  const seen = new Map<string, number>();
  for (const { element, rule } of manifest.ruled) {
    const id = attribute(element, "id");
    if (rule.unique === undefined || id === undefined) continue;
    const first = seen.get(id);
    if (first !== undefined) yield at(element, `id“${id}”在第 ${String(first)} 行已经用过`);
    seen.set(id, first ?? element.line);
  }
}

function* resourcesFit(manifest: Manifest): Iterable<Problem> {
  const used = new Set<XmlElement>();
  for (const { element, rule } of manifest.ruled) {
    const id = attribute(element, "resid");
    if (rule.refersTo === undefined || id === undefined) continue;
    const found = manifest.resource(rule.refersTo, id);
    if (found) {
      used.add(found);
      continue;
    }
    const elsewhere = manifest.resources.find((each) => each.id === id);
    yield at(
      element,
      elsewhere
        ? `<${element.name}> 的 resid“${id}”在 <${elsewhere.kind}> 里，应引用 <${rule.refersTo}> 里的`
        : `<${element.name}> 的 resid“${id}”在 <Resources> 里没有`,
    );
  }
  const seen = new Map<string, number>();
  for (const { id, element } of manifest.resources) {
    const first = seen.get(id);
    if (first !== undefined)
      yield at(element, `<Resources> 里的 id“${id}”在第 ${String(first)} 行已经用过`);
    else if (!used.has(element)) yield at(element, `<Resources> 里的“${id}”没有用到`);
    seen.set(id, first ?? element.line);
  }
}

function* addressesAreSafe(manifest: Manifest): Iterable<Problem> {
  const { start, place } = manifest;
  const domains = manifest.all("AppDomain").map(({ text }) => text);
  for (const { element, value } of manifest.addresses()) {
    const url = toUrl(value);
    const what = `${nameOf(element)} 的地址 ${value}`;
    if (!url) {
      yield at(element, `${what} 不是完整的地址`);
      continue;
    }
    if (url.protocol !== "https:") yield at(element, `${what} 应以 https:// 开头`);
    else if (url.username || url.password) yield at(element, `${what} 里不能有用户名、密码`);
    else if (url.href !== value) yield at(element, `${what} 应写成 ${url.href}`);
    else if (place.isForOthers && isThisComputer(url)) {
      yield at(element, `${what} 只有本机能打开，别人用不了`);
    } else if (start && url.origin !== start.origin && !domains.includes(url.origin)) {
      yield at(element, `${what} 与窗格不在同一网站，要写进 <AppDomains>`);
    } else if (start && manifest.pathOf(value) === undefined) {
      yield at(element, `${what} 不在窗格所在的文件夹里，生成时不会放到那里`);
    }
  }
}

function* filesExist(manifest: Manifest): Iterable<Problem> {
  for (const { element, value } of manifest.addresses()) {
    const path = manifest.pathOf(value);
    if (path === undefined || (!manifest.place.hasPages && path.endsWith(".html"))) continue;
    if (!manifest.place.file(path)) yield at(element, `${nameOf(element)} 指的文件 ${path} 不存在`);
  }
}

function* iconsHaveTheirSizes(manifest: Manifest): Iterable<Problem> {
  for (const icon of manifest.all("Icon")) {
    const sizes = icon.children.map((image) => attribute(image, "size") ?? "");
    for (const size of NEEDED_SIZES) {
      if (!sizes.includes(size)) yield at(icon, `<Icon> 缺少 ${size} 像素的图标`);
    }
    for (const image of icon.children) {
      const size = attribute(image, "size") ?? "";
      if (sizes.indexOf(size) !== icon.children.indexOf(image)) {
        yield at(image, `<Icon> 里有两个 ${size} 像素的图标`);
      }
      const resource = manifest.resource("Images", attribute(image, "resid"));
      const address = resource && attribute(resource, "DefaultValue");
      yield* iconHasSize(manifest, image, address, Number(size));
    }
  }
  for (const [name, size] of Object.entries(APP_ICON_SIZES)) {
    for (const element of manifest.all(name)) {
      yield* iconHasSize(manifest, element, attribute(element, "DefaultValue"), size);
    }
  }
}

function* iconHasSize(
  manifest: Manifest,
  element: XmlElement,
  address: string | undefined,
  size: number,
): Iterable<Problem> {
  const path = manifest.pathOf(address);
  const bytes = path === undefined ? undefined : manifest.place.file(path);
  // What does not exist is told where its address stands.
  if (path === undefined || !bytes) return;
  const found = pngSize(bytes);
  if (!found) yield at(element, `${path} 不是 PNG 图片`);
  else if (found.width !== size || found.height !== size) {
    const real = `${String(found.width)}×${String(found.height)}`;
    yield at(element, `${path} 是 ${real} 像素，这里要 ${String(size)}×${String(size)}`);
  }
}

function* commandsCanRun(manifest: Manifest): Iterable<Problem> {
  for (const form of manifest.all("DesktopFormFactor")) {
    const functions = manifest.all("FunctionName");
    const hasFile = form.children.some(({ name }) => name === "FunctionFile");
    if (functions[0] && !hasFile) {
      yield at(functions[0], `按钮要运行 ${functions[0].text}，但没有 <FunctionFile>`);
    }
    if (!functions[0] && hasFile) yield at(form, "有 <FunctionFile>，但没有按钮用它");
  }
}

/** Of several buttons that open the pane Office takes the first when a workbook is opened. */
function* paneOpensByItself(manifest: Manifest): Iterable<Problem> {
  const opening = manifest
    .all("Action")
    .find((action) => childOf(action, "TaskpaneId")?.text === AUTO_OPEN);
  const [form] = manifest.all("DesktopFormFactor");
  if (!opening) {
    if (form) yield at(form, `没有 <TaskpaneId> 是 ${AUTO_OPEN}，窗格不能随工作簿自己打开`);
    return;
  }
  const source = childOf(opening, "SourceLocation");
  const resource = source && manifest.resource("Urls", attribute(source, "resid"));
  const address = resource && attribute(resource, "DefaultValue");
  const { start } = manifest;
  if (address !== undefined && start && address !== start.href) {
    yield at(opening, `随工作簿打开的是第一个 ${AUTO_OPEN}，地址应是 ${start.href}`);
  }
}

const RULES: readonly Rule[] = [
  versionIsThePackages,
  languagesAreComplete,
  idsAreUnique,
  resourcesFit,
  addressesAreSafe,
  filesExist,
  iconsHaveTheirSizes,
  requirementIsExact,
  commandsCanRun,
  paneOpensByItself,
];

const childOf = ({ children }: XmlElement, name: string) =>
  children.find((child) => child.name === name);

function nameOf(element: XmlElement): string {
  const id = attribute(element, "id");
  return id === undefined ? `<${element.name}>` : `“${id}”`;
}

const isThisComputer = ({ hostname }: URL) =>
  hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");

function toUrl(address: string | undefined): URL | undefined {
  try {
    return new URL(address ?? "");
  } catch {
    return undefined;
  }
}
