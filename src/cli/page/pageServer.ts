import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, resolve, sep } from "node:path";
import { SERVED_POLICY } from "./pagePolicy";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const EVERYWHERE = {
  "Content-Security-Policy": SERVED_POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** Files whose names carry a hash of their content never change. */
const IS_HASHED = /\.[0-9a-f]{8}\.\w+$/;

/** Gives the files of one folder, and nothing else. */
export function createPageServer(folder: string): Server {
  const root = resolve(folder);
  return createServer((request, response) => {
    void answer(root, request, response);
  });
}

async function answer(root: string, { method, url }: IncomingMessage, response: ServerResponse) {
  if (method !== "GET") {
    response.writeHead(405, { ...EVERYWHERE, Allow: "GET" }).end();
    return;
  }
  const file = fileOf(root, url ?? "/");
  const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
  if (file === undefined || content === undefined) {
    response.writeHead(404, EVERYWHERE).end();
    return;
  }
  response
    .writeHead(200, {
      ...EVERYWHERE,
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Length": content.length,
      "Cache-Control": IS_HASHED.test(file) ? "max-age=31536000, immutable" : "no-cache",
    })
    .end(content);
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
