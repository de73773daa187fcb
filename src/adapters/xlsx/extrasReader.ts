import { parseRange, MAX_COLUMN, type CellPosition } from "../../domain/workbook/cellAddress";
import {
  spansOf,
  type DocumentProperties,
  type SheetComment,
  type SheetExtras,
  type SheetLink,
  type WorkbookExtras,
} from "../../domain/workbook/workbookExtras";
import type { GuardedPackage } from "../guard/guardWorkbook";
import { walkXml, type XmlAttributes } from "../guard/xmlWalk";
import {
  eachElement,
  readOutsideTargets,
  readWorkbookParts,
  relatedParts,
  type SheetPart,
} from "./packageParts";
import { TextCollector } from "./sharedStrings";

type Parts = GuardedPackage["parts"];

/** Everything that a file says beside its cells. */
export function readExtras({ parts }: GuardedPackage): WorkbookExtras {
  const workbook = readWorkbookParts(parts);
  return {
    sheets: workbook.sheets.map((sheet) => readSheetExtras(parts, sheet)),
    sources: relatedParts(parts, workbook.path, "externalLink").map(
      (path) => readOutsideTargets(parts, path)[0]?.target ?? "",
    ),
    properties: readProperties(parts),
    untold: new Map(),
  };
}

function readSheetExtras(parts: Parts, { name, path, xml }: SheetPart): SheetExtras {
  const targets = new Map(readOutsideTargets(parts, path).map(({ id, target }) => [id, target]));
  const hiddenRows: number[] = [];
  const hiddenColumns: SheetExtras["hiddenColumns"][number][] = [];
  const links: SheetLink[] = [];
  let row = 0;
  eachElement(xml, (element, attributes) => {
    if (element === "row") {
      row = Number(attributes.get("r") ?? row + 1);
      if (isOn(attributes.get("hidden")) || isNought(attributes.get("ht"))) hiddenRows.push(row);
    } else if (element === "col") {
      const first = Number(attributes.get("min") ?? 0);
      const last = Math.min(Number(attributes.get("max") ?? first), MAX_COLUMN);
      const isHidden = isOn(attributes.get("hidden")) || isNought(attributes.get("width"));
      if (isHidden && first >= 1 && last >= first) hiddenColumns.push({ first, last });
    } else if (element === "hyperlink") {
      const at = positionOf(attributes);
      const target = targets.get(attributes.get("id") ?? "");
      if (at && target !== undefined) links.push({ ...at, target });
    }
  });
  return {
    name,
    hiddenRows: spansOf(hiddenRows),
    hiddenColumns,
    comments: readComments(parts, path),
    links,
  };
}

/** Offices that know no answers find a note in place of each comment. */
function readComments(parts: Parts, sheet: string): SheetComment[] {
  const read = (relation: string, element: string, kind: SheetComment["kind"]) =>
    relatedParts(parts, sheet, relation).flatMap((path) =>
      commentsIn(parts.get(path) ?? "", element, kind),
    );
  const comments = read("threadedComment", "threadedComment", "comment");
  const notes = read("comments", "comment", "note").filter(
    ({ row, column }) =>
      !comments.some((comment) => comment.row === row && comment.column === column),
  );
  return [...comments, ...notes];
}

function commentsIn(xml: string, element: string, kind: SheetComment["kind"]): SheetComment[] {
  const comments: SheetComment[] = [];
  let at: CellPosition | undefined;
  let plain = "";
  let isPlain = false;
  const rich = new TextCollector();
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === element) at = positionOf(attributes);
      // Of a note it holds runs, of a comment the words themselves.
      else if (name === "text") isPlain = kind === "comment";
      else rich.open(name);
    },
    text: (text) => {
      if (isPlain) plain += text;
      else rich.add(text);
    },
    close: (name) => {
      if (name === "text") isPlain = false;
      else if (name === element) {
        const text = rich.take() || plain;
        if (at) comments.push({ ...at, kind, text });
        plain = "";
        at = undefined;
      } else rich.close(name);
    },
  });
  return comments;
}

function readProperties(parts: Parts): DocumentProperties {
  const core = textsOf(parts, "core-properties");
  const extended = textsOf(parts, "extended-properties");
  const given: [keyof DocumentProperties, string | undefined][] = [
    ["author", core.get("creator")],
    ["lastAuthor", core.get("lastModifiedBy")],
    ["company", extended.get("Company")],
    ["manager", extended.get("Manager")],
  ];
  return Object.fromEntries(given.filter(([, text]) => text !== undefined && text.trim() !== ""));
}

function textsOf(parts: Parts, kind: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const [path] = relatedParts(parts, "", kind);
  let open = "";
  walkXml((path !== undefined && parts.get(path)) || "", {
    open: (name) => {
      open = name;
    },
    text: (text) => {
      if (open !== "") texts.set(open, (texts.get(open) ?? "") + text);
    },
    close: () => {
      open = "";
    },
  });
  return texts;
}

function positionOf(attributes: XmlAttributes): CellPosition | undefined {
  const range = parseRange(attributes.get("ref") ?? "");
  return range && { row: range.top, column: range.left };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function isNought(size: string | undefined): boolean {
  return size !== undefined && Number(size) === 0;
}
