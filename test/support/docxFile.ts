import { strToU8, zipSync } from "fflate";
import type { Golden, GoldenSheet } from "./goldenText";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/** A Word document, as raw as a test needs it; `body` stands inside <w:body>. */
export function makeDocx(body: string, part = "word/document.xml", prolog = ""): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types><Override PartName="/${part}" ContentType="${DOCUMENT}"/></Types>`,
    ),
    [part]: strToU8(`${prolog}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`),
  });
}

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export function paragraph(text: string): string {
  return `<w:p>${text
    .split("\t")
    .map((part) => run(part))
    .join("<w:r><w:tab/></w:r>")}</w:p>`;
}

export const cell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join("")}</w:tr>`;

export const table = (...rows: readonly string[]): string =>
  `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;

/** The set as a unit publishes it in Word: title, number and unit as paragraphs, the table, its notes. */
export function docxOf(golden: Golden): Uint8Array {
  return makeDocx(golden.sheets.map(pageOf).join(""));
}

function pageOf({ name, rows }: GoldenSheet): string {
  const isText = (cells: readonly string[]) =>
    (cells[0] ?? "") !== "" && cells.slice(1).every((text) => text === "<");
  const head = name === "封面" ? rows.length : name.startsWith("公开") ? 3 : 1;
  const end = rows.findLastIndex((cells) => !isText(cells)) + 1;
  const lines = (from: number, to?: number) => {
    return rows.slice(from, to).map((cells) => paragraph(cells.map(plain).join("\t")));
  };
  if (name === "封面") return lines(0).join("");
  return [...lines(0, head), tableOf(rows.slice(head, end)), ...lines(end)].join("");
}

function tableOf(rows: GoldenSheet["rows"]): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  /** `^` takes over how many columns the cell above it has. */
  const widths = rows.map(() => Array.from({ length: width }, () => 1));
  const lines = rows.map((cells, index) => {
    const written: string[] = [];
    for (let column = 0; column < width;) {
      const own = cells[column] ?? "";
      let span = 1;
      if (own === "^") span = widths[index - 1]![column]!;
      else while (cells[column + span] === "<") span += 1;
      widths[index]![column] = span;
      const starts = own !== "^" && rows[index + 1]?.[column] === "^";
      const merge = own === "^" ? "<w:vMerge/>" : starts ? `<w:vMerge w:val="restart"/>` : "";
      const grid = span > 1 ? `<w:gridSpan w:val="${String(span)}"/>` : "";
      written.push(cell(paragraph(plain(own)), grid + merge));
      column += span;
    }
    return row(...written);
  });
  return table(...lines);
}

function plain(text: string): string {
  if (text === "<" || text === "^") return "";
  return text.replace(/^'/u, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
