/** Where the pane gets Microsoft's library from: their servers, those of 21Vianet, or beside the pane itself. */
export const OFFICE_SOURCES = ["cdn", "21vianet", "self"] as const;
export type OfficeSource = (typeof OFFICE_SOURCES)[number];

/** The folder in dist/ for the library's own files. */
export const OFFICE_FOLDER = "office-js";

const ADDRESSES: Readonly<Record<OfficeSource, string>> = {
  cdn: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  "21vianet": "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  self: `${OFFICE_FOLDER}/office.js`,
};

/**
 * What the library loads in Excel, in Chinese and English; the rest is for other programs and languages. Copied as it
 * is: its licence allows that together with an add-in, and nothing else.
 */
export const OFFICE_FILES = [
  "dist/office.js",
  "dist/excel-{win32-16.00,win32-16.01,web-16.00,mac-16.00,ios-16.00}.js",
  "dist/o15apptofilemappingtable.js",
  "dist/es6-promise.js",
  "dist/{zh-cn,zh-tw,en-us}/office_strings.js",
  "dist/telemetry/oteljs_agave.js",
  "dist/ariatelemetry/aria-web-telemetry.js",
  "LICENSE.md",
];

export function officeAddress(source: OfficeSource): string {
  return ADDRESSES[source];
}

/** The server that the page's policy must let scripts come from; nothing where it is the page's own. */
export function officeOrigin(source: OfficeSource): string | undefined {
  return source === "self" ? undefined : new URL(ADDRESSES[source]).origin;
}
