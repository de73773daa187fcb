import { WorkbookError } from "../../ports/workbookPorts";

/** Names come without their prefix: some offices write x:row where others write row. */
export interface XmlVisitor {
  open(name: string, attributes: XmlAttributes): void;
  /** `from`, `to`: where it stands in the part, as it is written there. */
  text(text: string, from: number, to: number): void;
  close(name: string): void;
}

/** Ten times what offices write. */
const DEEPEST = 256;
const SPACE = 0x20;
const SLASH = 0x2f;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function damaged(detail: string): never {
  throw new WorkbookError("damaged", `xml: ${detail}`);
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Parsed only when asked for: most elements of a sheet are passed by. */
export class XmlAttributes {
  private parsed: readonly string[] | undefined;

  constructor(
    private readonly xml: string,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get(name: string): string | undefined {
    const parsed = (this.parsed ??= parseAttributes(this.xml.slice(this.from, this.to)));
    // The last one of a name counts.
    for (let at = parsed.length - 2; at >= 0; at -= 2) {
      if (parsed[at] === name) return parsed[at + 1];
    }
    return undefined;
  }
}

/** Names and values by turns: elements have few, and a map for each takes longer than looking through them. */
function parseAttributes(source: string): readonly string[] {
  const attributes: string[] = [];
  let at = 0;
  for (;;) {
    const equals = source.indexOf("=", at);
    if (equals === -1) return attributes;
    let open = equals + 1;
    while (source.charCodeAt(open) <= SPACE) open += 1;
    const quote = source.charAt(open);
    const close = quote === '"' || quote === "'" ? source.indexOf(quote, open + 1) : -1;
    if (close === -1) damaged("attribute");
    const name = source.slice(at, equals).trim();
    if (!name.startsWith("xmlns")) {
      attributes.push(localName(name), decodeEntities(source.slice(open + 1, close)));
    }
    at = close + 1;
  }
}

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,10});?/gu, (whole: string, name: string) => {
    const known = ENTITIES[name];
    if (known !== undefined && whole.endsWith(";")) return known;
    const [, hex, digits] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/u.exec(name) ?? [];
    const code = hex === undefined ? Number(digits ?? "NaN") : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : damaged("entity");
  });
}

function decodeText(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/gu, "\n") : text;
  return decodeEntities(lines);
}

/** Where the tag ends: a ">" inside an attribute's quotes does not count. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at;
  }
  return damaged("tag cut off");
}

function indexAfter(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? damaged("part cut off") : at + mark.length;
}

/** Where the comment, instruction or CDATA that starts here ends; undefined at an element's tag. */
function skipMarkup(xml: string, start: number, visitor: XmlVisitor): number | undefined {
  const mark = xml.charAt(start + 1);
  if (mark === "?") return indexAfter(xml, "?>", start);
  if (mark !== "!") return undefined;
  if (xml.startsWith("<!--", start)) return indexAfter(xml, "-->", start);
  if (!xml.startsWith("<![CDATA[", start)) damaged("markup");
  const end = indexAfter(xml, "]]>", start);
  visitor.text(xml.slice(start + 9, end - 3), start, end);
  return end;
}

/** Reads a part from front to back without building a tree. The guard has refused any DOCTYPE before. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const opened: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start > at && opened.length > 0) visitor.text(decodeText(xml.slice(at, start)), at, start);
    if (start === -1) break;
    const skipped = skipMarkup(xml, start, visitor);
    if (skipped === undefined) {
      const end = tagEnd(xml, start + 1);
      visitTag(xml, start + 1, end, opened, visitor);
      at = end + 1;
    } else at = skipped;
  }
  if (opened.length > 0) damaged("element not closed");
}

function nameEnd(xml: string, from: number, to: number): number {
  let at = from;
  while (at < to && xml.charCodeAt(at) > SPACE && xml.charCodeAt(at) !== SLASH) at += 1;
  return at;
}

function visitTag(
  xml: string,
  from: number,
  to: number,
  opened: string[],
  visitor: XmlVisitor,
): void {
  if (xml.charCodeAt(from) === SLASH) {
    const name = xml.slice(from + 1, nameEnd(xml, from + 1, to));
    if (opened.pop() !== name) damaged("element closed out of order");
    visitor.close(localName(name));
    return;
  }
  const end = nameEnd(xml, from, to);
  const name = xml.slice(from, end);
  const local = localName(name);
  const closesItself = xml.charCodeAt(to - 1) === SLASH;
  visitor.open(local, new XmlAttributes(xml, end, closesItself ? to - 1 : to));
  if (closesItself) visitor.close(local);
  else if (opened.push(name) > DEEPEST) throw new WorkbookError("hostile", "xml: nesting");
}
