import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = resolve(__dirname, "../../dist");
const LIMIT_KB = 200;

test("what the page starts with is small; the grid and exceljs come when they are needed", () => {
  const html = readFileSync(join(DIST, "index.html"), "utf8");
  const files = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
  expect(files.filter((file) => file.endsWith(".js"))).not.toEqual([]);

  const sizes = files.map((file) => gzipSync(readFileSync(join(DIST, file))).length);
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  expect(kilobytes).toBeLessThanOrEqual(LIMIT_KB);
});
