import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const DIST = resolve(__dirname, "../../dist");

test.each([
  ["index.html", 200],
  // Besides these, Excel brings its own library of some 210 KB.
  ["taskpane.html", 210],
  ["commands.html", 80],
])("what %s starts with is small; the rest comes when it is needed", (page, limit) => {
  const html = readFileSync(join(DIST, page), "utf8");
  const files = [...html.matchAll(/(?:src|href|data-bundle)="([^":]+\.(?:js|css))"/g)].map(
    ([, file]) => file!,
  );
  expect(files.filter((file) => file.endsWith(".js"))).not.toEqual([]);

  const sizes = files.map((file) => gzipSync(readFileSync(join(DIST, file))).length);
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  expect(kilobytes).toBeLessThanOrEqual(limit);
});
