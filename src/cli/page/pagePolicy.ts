/** Where a page may get things from: its own files only. Fluent and Univer write their styles into the page. */
const sources = (...scripts: string[]) => [
  "default-src 'none'",
  ["script-src 'self'", ...scripts].join(" "),
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** For the page's own meta element, which holds wherever the page is served from. */
export const PAGE_POLICY = sources().join("; ");

/** For the pages that Excel shows: besides their own scripts, Microsoft's library from one more server. */
export function panePolicy(officeOrigin?: string): string {
  return sources(...(officeOrigin === undefined ? [] : [officeOrigin])).join("; ");
}

/** For a server: browsers take this last part only from a header. */
export const SERVED_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;
