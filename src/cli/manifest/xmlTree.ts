import { SaxesParser } from "saxes";

export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  /** By name, with the prefix as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** XML that cannot be read; the message is Chinese. */
export class XmlTrouble extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = "XmlTrouble";
  }
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

export function readXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;

  parser.on("error", (error) => {
    throw new XmlTrouble(
      parser.line,
      `不是完好的 XML：${error.message.replace(/^\d+:\d+: /u, "")}`,
    );
  });
  parser.on("xmldecl", ({ encoding = "UTF-8" }) => {
    if (encoding.toUpperCase() !== "UTF-8") {
      throw new XmlTrouble(parser.line, `编码应是 UTF-8，现在写的是“${encoding}”。`);
    }
  });
  parser.on("doctype", () => {
    throw new XmlTrouble(parser.line, "不能有 DOCTYPE，Excel 会拒绝。");
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const element: OpenElement = {
      name: local,
      namespace: uri,
      line: parser.line,
      attributes: new Map(Object.values(attributes).map(({ name, value }) => [name, value])),
      children: [],
      text: "",
    };
    root ??= element;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(source.replace(/^\uFEFF/u, "")).close();
  if (!root) throw new XmlTrouble(1, "里面什么也没有。");
  return root;
}
