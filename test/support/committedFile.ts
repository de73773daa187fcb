import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "..", "..");

/**
 * A file in the repository that is made from another. `WRITE_GOLDENS=1 npx jest test/golden` writes it anew;
 * otherwise the test that calls this compares.
 */
export function committedFile(path: string, content: () => Uint8Array): Uint8Array {
  const file = join(ROOT, path);
  if (process.env["WRITE_GOLDENS"] === "1") {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content());
  }
  return readFileSync(file);
}
