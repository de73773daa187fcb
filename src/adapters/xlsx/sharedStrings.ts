import { walkXml } from "../guard/xmlWalk";

/** Office spells characters that XML cannot hold as _x000D_. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Collects the runs of a rich text; reading aids above the characters (rPh) are not part of it. */
export class TextCollector {
  private text = "";
  private inText = false;
  private aids = 0;

  open(name: string): void {
    if (name === "rPh") this.aids += 1;
    else if (name === "t") this.inText = this.aids === 0;
  }

  add(text: string): void {
    if (this.inText) this.text += text;
  }

  close(name: string): void {
    if (name === "rPh") this.aids -= 1;
    else if (name === "t") this.inText = false;
  }

  take(): string {
    const text = decodeEscapes(this.text);
    this.text = "";
    return text;
  }
}

export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const collector = new TextCollector();
  walkXml(xml, {
    open: (name) => {
      collector.open(name);
    },
    text: (text) => {
      collector.add(text);
    },
    close: (name) => {
      collector.close(name);
      if (name === "si") strings.push(collector.take());
    },
  });
  return strings;
}
