import { WorkbookError } from "../../ports/workbookPorts";

/** Names come without their prefix: some offices write x:row where others write row. */
export interface XmlVisitor {
  open(name: string, attributes: XmlAttributes): void;
  text(text: string): void;
  close(name: string): void;
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
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
  return name.slice(name.indexOf(":") + 1);
}

export class XmlAttributes {
  private parsed: Map<string, string> | undefined;

  constructor(private readonly source: string) {}

  get(name: string): string | undefined {
    this.parsed ??= this.parse();
    return this.parsed.get(name);
  }

  private parse(): Map<string, string> {
    const attributes = new Map<string, string>();
    for (const [, name = "", double, single] of this.source.matchAll(ATTRIBUTE)) {
      if (!name.startsWith("xmlns")) {
        attributes.set(localName(name), decodeEntities(double ?? single ?? ""));
      }
    }
    return attributes;
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

/** Reads a part from front to back without building a tree. The guard has refused any DOCTYPE before. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const opened: string[] = [];
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf("<", at);
    if (start > at && opened.length > 0) visitor.text(decodeText(xml.slice(at, start)));
    if (start === -1) break;
    if (xml.startsWith("<!--", start)) at = indexAfter(xml, "-->", start);
    else if (xml.startsWith("<?", start)) at = indexAfter(xml, "?>", start);
    else if (xml.startsWith("<![CDATA[", start)) {
      at = indexAfter(xml, "]]>", start);
      visitor.text(xml.slice(start + 9, at - 3));
    } else {
      const end = tagEnd(xml, start + 1);
      visitTag(xml.slice(start + 1, end), opened, visitor);
      at = end + 1;
    }
  }
  if (opened.length > 0) damaged("element not closed");
}

function visitTag(tag: string, opened: string[], visitor: XmlVisitor): void {
  if (tag.startsWith("/")) {
    const name = tag.slice(1).trimEnd();
    if (opened.pop() !== name) damaged("element closed out of order");
    visitor.close(localName(name));
    return;
  }
  const closesItself = tag.endsWith("/");
  const nameEnd = tag.search(/[\s/]/u);
  const name = nameEnd === -1 ? tag : tag.slice(0, nameEnd);
  const local = localName(name);
  visitor.open(local, new XmlAttributes(nameEnd === -1 ? "" : tag.slice(nameEnd)));
  if (closesItself) visitor.close(local);
  else opened.push(name);
}
