import { strToU8, zipSync } from "fflate";

export const ODS_MIME = "application/vnd.oasis.opendocument.spreadsheet";
const NAMESPACES = ["office", "table", "text", "style", "calcext"]
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(" ");

export interface OdsParts {
  /** Inside the only sheet. */
  readonly rows?: string;
  readonly content?: string;
  readonly styles?: string;
  readonly manifest?: string;
  readonly mimetype?: string;
}

export const contentOf = (rows: string, styles = "", attributes = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${NAMESPACES} ${attributes}>` +
  `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>` +
  `<table:table table:name="表" table:style-name="ta1">${rows}</table:table>` +
  `</office:spreadsheet></office:body></office:document-content>`;

export function makeOds({
  rows = "",
  content,
  styles,
  manifest = "",
  mimetype = ODS_MIME,
}: OdsParts): Uint8Array {
  return zipSync({
    ...(mimetype === "" ? {} : { mimetype: [strToU8(mimetype), { level: 0 }] }),
    "content.xml": strToU8(content ?? contentOf(rows, styles)),
    "META-INF/manifest.xml": strToU8(
      `<manifest:manifest><manifest:file-entry manifest:media-type="${ODS_MIME}"/>${manifest}</manifest:manifest>`,
    ),
  });
}

export const float = (value: number, attributes = ""): string =>
  `<table:table-cell ${attributes} office:value-type="float" office:value="${String(value)}"><text:p>${String(value)}</text:p></table:table-cell>`;
export const row = (cells: string, attributes = ""): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
