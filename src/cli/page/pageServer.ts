import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer, type ServerOptions } from "node:https";
import { basename, extname, resolve, sep } from "node:path";
import { SERVED_POLICY } from "./pagePolicy";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "text/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const EVERYWHERE = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** Their own policy, in the page, lets Microsoft's library in; Excel on the web shows them in a frame. */
const OFFICE_PAGES = ["taskpane.html", "commands.html", "notice.html"];

/** Files whose names carry a hash of their content never change. */
const IS_HASHED = /\.[0-9a-f]{8}\.\w+$/;

/** Gives the files of one folder, and nothing else; encrypted where there is a certificate. */
export function createPageServer(folder: string, certificate?: ServerOptions): Server {
  const root = resolve(folder);
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    void answer(root, request, response);
  };
  return certificate ? createSecureServer(certificate, listener) : createServer(listener);
}

async function answer(root: string, { method, url }: IncomingMessage, response: ServerResponse) {
  if (method !== "GET") {
    response.writeHead(405, { ...headersFor(""), Allow: "GET" }).end();
    return;
  }
  const file = fileOf(root, url ?? "/");
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || content === undefined) {
    response.writeHead(404, headersFor("")).end();
    return;
  }
  response
    .writeHead(200, {
      ...headersFor(file),
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": content.length,
      "Cache-Control": IS_HASHED.test(file) ? "max-age=31536000, immutable" : "no-cache",
    })
    .end(content);
}

function headersFor(file: string) {
  const isForOffice = OFFICE_PAGES.includes(basename(file));
  return { ...EVERYWHERE, ...(isForOffice ? {} : { "Content-Security-Policy": SERVED_POLICY }) };
}

function fileOf(root: string, url: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(`http://localhost${url}`).pathname);
    const file = resolve(root, `.${path}${path.endsWith("/") ? "index.html" : ""}`);
    return file.startsWith(`${root}${sep}`) ? file : undefined;
  } catch {
    return undefined;
  }
}
