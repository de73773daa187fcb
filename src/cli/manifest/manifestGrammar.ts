import { RIBBON_FUNCTIONS } from "../../application/ribbonFunctions";

/*
 * The parts of the add-in only XML manifest that this add-in uses, in the order in which Office wants them. Office
 * refuses a manifest whose elements are in another order, and does not say why.
 */

/** What is wrong with a value, as the end of a sentence. */
type ValueCheck = (value: string) => string | undefined;

export type ResourceKind = "Images" | "Urls" | "ShortStrings" | "LongStrings";

export interface ElementRule {
  /** A name with ? at its end may be left out. */
  readonly attributes?: Readonly<Record<string, ValueCheck>>;
  readonly text?: ValueCheck;
  /** In this order. ? at most one, + at least one, * any number; behind a colon, the rule where it is not the name's own. */
  readonly children?: readonly string[];
  /** The rule depends on xsi:type. */
  readonly byType?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  readonly refersTo?: ResourceKind;
  /** The attribute that must be unique among all elements of this rule and its kin. */
  readonly unique?: "id";
  /** Shown to people, so each language has its own. */
  readonly localised?: true;
  readonly isAddress?: true;
}

const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

const upTo =
  (limit: number): ValueCheck =>
  (value) => {
    if (value === "") return "是空的";
    if (value.trim() !== value) return "首尾有空格";
    return value.length > limit
      ? `有 ${String(value.length)} 个字符，最多 ${String(limit)} 个`
      : undefined;
  };
const like =
  (pattern: RegExp, wanted: string): ValueCheck =>
  (value) =>
    pattern.test(value) ? undefined : `是“${value}”，${wanted}`;
const oneOf = (...allowed: string[]): ValueCheck =>
  like(new RegExp(`^(?:${allowed.join("|")})$`, "u"), `只能是 ${allowed.join("、")}`);

/** Microsoft's names of Excel's own tabs. A button on any other is never shown, and nobody is told. */
const EXCEL_TABS = [
  "TabHome",
  "TabInsert",
  "TabPageLayoutExcel",
  "TabFormulas",
  "TabData",
  "TabReview",
  "TabView",
  "TabDeveloper",
  "TabAddIns",
  "TabPrintPreview",
  "TabBackgroundRemoval",
];

const short = upTo(125);
const long = upTo(250);
const resourceId = upTo(32);
const elementId = like(
  /^[A-Za-z][\w.-]{0,124}$/u,
  "只能用英文字母、数字、点、横线、下划线，以字母开头",
);
const address = upTo(2048);
const locale = like(/^[a-z]{2,3}(?:-[A-Za-z]{4})?-[A-Z]{2}$/u, "应像 zh-CN 这样写");
const version = like(/^\d{1,5}(?:\.\d{1,5}){1,3}$/u, "应像 1.0.0 这样写，只有数字和点");
const guid: ValueCheck = (value) => {
  if (/^0{8}-/u.test(value)) return "全是 0，要换成本加载项自己的";
  return like(
    /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu,
    "应是 8-4-4-4-12 位的 GUID",
  )(value);
};

const localised = (value: ValueCheck, override: string): ElementRule => ({
  attributes: { DefaultValue: value },
  children: [`Override*:${override}`],
  localised: true,
});
const override = (value: ValueCheck): ElementRule => ({
  attributes: { Locale: locale, Value: value },
});
const resource = (value: ValueCheck, overrideRule: string, extra: ElementRule): ElementRule => ({
  attributes: { id: resourceId, DefaultValue: value },
  children: [`Override*:${overrideRule}`],
  ...extra,
});
const reference = (refersTo: ResourceKind): ElementRule => ({
  attributes: { resid: resourceId },
  refersTo,
});
const LABELLED = ["Label", "Supertip"];

export const GRAMMAR: Readonly<Record<string, ElementRule>> = {
  OfficeApp: {
    namespace: APP,
    attributes: { "xsi:type": oneOf("TaskPaneApp") },
    children: [
      "Id",
      "AlternateId?",
      "Version",
      "ProviderName",
      "DefaultLocale",
      "DisplayName",
      "Description:appDescription",
      "IconUrl:appAddress",
      "HighResolutionIconUrl:appAddress",
      "SupportUrl:appAddress",
      "AppDomains?",
      "Hosts:appHosts",
      "Requirements",
      "DefaultSettings",
      "Permissions",
      "VersionOverrides",
    ],
  },
  Id: { text: guid },
  AlternateId: { text: short },
  Version: { text: version },
  ProviderName: { text: short },
  DefaultLocale: { text: locale },
  DisplayName: localised(short, "shortOverride"),
  appDescription: localised(long, "longOverride"),
  appAddress: {
    attributes: { DefaultValue: address },
    children: ["Override*:addressOverride"],
    isAddress: true,
  },
  shortOverride: override(short),
  longOverride: override(long),
  addressOverride: { ...override(address), isAddress: true },
  AppDomains: { children: ["AppDomain+"] },
  AppDomain: {
    text: like(
      /^https:\/\/[^/*\s]+$/u,
      "应是 https:// 加域名，后面没有路径、斜杠，也不能用星号代替",
    ),
  },
  appHosts: { children: ["Host:appHost"] },
  appHost: { attributes: { Name: oneOf("Workbook") } },
  Requirements: { children: ["Sets"] },
  Sets: { attributes: { "DefaultMinVersion?": version }, children: ["Set+"] },
  Set: { attributes: { Name: short, "MinVersion?": version } },
  DefaultSettings: { children: ["SourceLocation:appAddress"] },
  Permissions: {
    text: oneOf(
      "Restricted",
      "ReadDocument",
      "ReadAllDocument",
      "WriteDocument",
      "ReadWriteDocument",
    ),
  },

  VersionOverrides: {
    namespace: OVERRIDES,
    attributes: { "xsi:type": oneOf("VersionOverridesV1_0") },
    children: ["Description?", "Hosts", "Resources"],
  },
  Hosts: { children: ["Host"] },
  Host: { attributes: { "xsi:type": oneOf("Workbook") }, children: ["DesktopFormFactor"] },
  DesktopFormFactor: { children: ["GetStarted", "FunctionFile?", "ExtensionPoint+"] },
  GetStarted: { children: ["Title", "Description", "LearnMoreUrl"] },
  Title: reference("ShortStrings"),
  Label: reference("ShortStrings"),
  Description: reference("LongStrings"),
  LearnMoreUrl: reference("Urls"),
  FunctionFile: reference("Urls"),
  SourceLocation: reference("Urls"),
  ExtensionPoint: {
    byType: { PrimaryCommandSurface: "commandSurface", ContextMenu: "contextMenu" },
  },
  commandSurface: { children: ["OfficeTab*", "CustomTab*"] },
  contextMenu: { children: ["OfficeMenu+"] },
  OfficeTab: {
    attributes: { id: oneOf(...EXCEL_TABS) },
    children: ["Group+"],
  },
  CustomTab: { attributes: { id: elementId }, children: ["Group+", "Label"], unique: "id" },
  OfficeMenu: {
    attributes: { id: oneOf("ContextMenuCell", "ContextMenuText") },
    children: ["Control+"],
  },
  Group: { attributes: { id: elementId }, children: ["Label", "Icon", "Control+"], unique: "id" },
  Control: { byType: { Button: "button", Menu: "menu" } },
  button: {
    attributes: { id: elementId },
    children: [...LABELLED, "Icon", "Action"],
    unique: "id",
  },
  menu: { attributes: { id: elementId }, children: [...LABELLED, "Icon", "Items"], unique: "id" },
  Items: { children: ["Item+"] },
  Item: { attributes: { id: elementId }, children: [...LABELLED, "Icon?", "Action"], unique: "id" },
  Supertip: { children: ["Title", "Description"] },
  Icon: { children: ["Image+:iconImage"] },
  iconImage: {
    namespace: BASIC,
    attributes: { size: oneOf("16", "20", "24", "32", "40", "48", "64", "80"), resid: resourceId },
    refersTo: "Images",
  },
  Action: { byType: { ShowTaskpane: "showTaskpane", ExecuteFunction: "executeFunction" } },
  showTaskpane: { children: ["TaskpaneId?", "SourceLocation", "Title?"] },
  TaskpaneId: { text: short },
  executeFunction: { children: ["FunctionName"] },
  FunctionName: { text: oneOf(...RIBBON_FUNCTIONS) },

  Resources: { children: ["Images", "Urls", "ShortStrings", "LongStrings"] },
  Images: { namespace: BASIC, children: ["Image+"] },
  Urls: { namespace: BASIC, children: ["Url+"] },
  ShortStrings: { namespace: BASIC, children: ["String+:shortString"] },
  LongStrings: { namespace: BASIC, children: ["String+:longString"] },
  Image: resource(address, "addressOverride", { isAddress: true }),
  Url: resource(address, "addressOverride", { isAddress: true }),
  shortString: resource(short, "shortOverride", { localised: true }),
  longString: resource(long, "longOverride", { localised: true }),
};
