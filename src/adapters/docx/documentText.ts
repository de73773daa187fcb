import type { GuardedMarkup } from "../guard/guardWorkbook";
import { walkXml, type XmlAttributes, type XmlVisitor } from "../guard/xmlWalk";
import { ASIDE, isOn } from "./wordMarkup";

/** A piece of the text and where it is written; what stands in tables has none. */
export interface WrittenPiece {
  readonly at: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export class TextVisitor implements XmlVisitor {
  readonly lines: string[] = [];
  readonly pieces: WrittenPiece[] = [];
  private length = 0;
  private written: WrittenPiece[] = [];
  private paragraph = "";
  /** Tables that lie in cells of others are text of their cells. */
  private depth = 0;
  private cells: string[] = [];
  private cell: string[] = [];
  private aside = 0;
  private isText = false;
  private isHidden = false;
  private isRowProperties = false;
  private isRowDeleted = false;

  open(name: string, attributes: XmlAttributes): void {
    if (this.aside > 0) {
      this.aside += 1;
      return;
    }
    if (this.isRowProperties && name === "del") this.isRowDeleted = true;
    if (ASIDE.has(name)) this.aside = 1;
    else if (name === "t") this.isText = true;
    else if (name === "tab") this.add("\t");
    else if (name === "br" || name === "cr") this.add("\n");
    else if (name === "noBreakHyphen") this.add("-");
    else if (name === "vanish") this.isHidden = isOn(attributes);
    else if (name === "p") this.endParagraph();
    else if (name === "tbl") this.depth += 1;
    else if (this.depth === 1) this.openInTable(name);
  }

  text(text: string, from: number, to: number): void {
    if (this.aside > 0 || !this.isText || this.isHidden) return;
    this.written.push({ at: this.paragraph.length, text, from, to });
    this.add(text);
  }

  close(name: string): void {
    if (this.aside > 0) this.aside -= 1;
    else if (name === "t") this.isText = false;
    else if (name === "r") this.isHidden = false;
    else if (name === "p") this.endParagraph();
    else if (name === "tbl") this.depth -= 1;
    else if (this.depth === 1) this.closeInTable(name);
  }

  private openInTable(name: string): void {
    if (name === "trPr") this.isRowProperties = true;
    else if (name === "tr") {
      this.cells = [];
      this.isRowDeleted = false;
    }
  }

  private closeInTable(name: string): void {
    if (name === "trPr") this.isRowProperties = false;
    else if (name === "tc") {
      this.cells.push(this.cell.join(" ").replace(/\s+/gu, " "));
      this.cell = [];
    } else if (name === "tr" && !this.isRowDeleted) this.addLine(this.cells.join("\t"));
  }

  private add(text: string): void {
    if (!this.isHidden) this.paragraph += text;
  }

  private endParagraph(): void {
    const { paragraph, written } = this;
    this.paragraph = "";
    this.written = [];
    if (paragraph === "") return;
    if (this.depth > 0) {
      this.cell.push(paragraph);
      return;
    }
    this.pieces.push(...written.map((piece) => ({ ...piece, at: piece.at + this.length })));
    this.addLine(paragraph);
  }

  private addLine(line: string): void {
    this.lines.push(line);
    this.length += line.length + 1;
  }
}

/** What a Word document says: a line for each paragraph, and for each row of a table, tabs between its cells. */
export function readDocumentText({ text }: GuardedMarkup<"docx">): string {
  const visitor = new TextVisitor();
  walkXml(text, visitor);
  return visitor.lines.join("\n");
}
