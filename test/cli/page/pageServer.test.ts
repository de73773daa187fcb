import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPageServer } from "../../../src/cli/page/pageServer";

let folder = "";
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-server-"));
  mkdirSync(join(folder, "dist", "assets"), { recursive: true });
  mkdirSync(join(folder, "dist-other"));
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "dist-other", "secret.txt"), "secret");
  writeFileSync(join(folder, "dist", "index.html"), "<p>页面</p>");
  writeFileSync(join(folder, "dist", "start.0123abcd.js"), "1");
  for (const page of ["taskpane", "commands", "notice"]) {
    writeFileSync(join(folder, "dist", `${page}.html`), "");
  }
  writeFileSync(join(folder, "dist", "assets", "样例 1.json"), "{}");
  server = createPageServer(join(folder, "dist")).listen(0, "127.0.0.1");
  await once(server, "listening");
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the path as it is written: `fetch` would tidy it up. */
function ask(path: string, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status?: number; headers: IncomingHttpHeaders; text: string }>(
    (resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method }, (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (part: string) => (text += part));
        response.on("end", () => {
          resolve({ status: response.statusCode, headers: response.headers, text });
        });
      });
      asked.on("error", reject).end();
    },
  );
}

test("files come with their types and with the page's policy", async () => {
  const page = await ask("/");
  expect(page).toMatchObject({ status: 200, text: "<p>页面</p>" });
  expect(page.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cache-control": "no-cache",
  });
  const policy = String(page.headers["content-security-policy"]);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("script-src 'self';");

  const script = await ask("/start.0123abcd.js?v=1");
  expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(script.headers["cache-control"]).toContain("immutable");
  expect((await ask(encodeURI("/assets/样例 1.json"))).text).toBe("{}");
});

test.each(["/taskpane.html", "/commands.html?do=check", "/notice.html"])(
  "%s has only the policy that is written in it: Excel shows it, in a frame or not",
  async (path) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toBeUndefined();
    expect(headers["x-content-type-options"]).toBe("nosniff");
  },
);

test.each([
  "/../secret.txt",
  "/..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/..%2fdist-other%2fsecret.txt",
  "/..%5csecret.txt",
  "//secret.txt",
  "/index.html%00.js",
  "/%zz",
  "/assets",
  "/assets/",
  "/none.js",
])("%s gives nothing", async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, text: "" });
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])("%s is refused", async (method) => {
  expect(await ask("/", method)).toMatchObject({ status: 405, text: "" });
});
