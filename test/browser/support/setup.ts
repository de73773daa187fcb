import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { createPageServer } from "../../../src/cli/page/pageServer";
import { CHROMIUM, CHROMIUM_FLAGS, hasChromium } from "./chromium";
import { ADDRESSES, type PageTestRun } from "./run";

const ROOT = resolve(__dirname, "../../..");

/** Builds what is stale; one server and one browser serve all tests of the run. */
export default async function setUp(): Promise<void> {
  const build = [join(ROOT, "src/cli/build.js"), "--if-stale"];
  execFileSync(process.execPath, build, { stdio: ["ignore", "inherit", "inherit"] });
  if (!hasChromium) return;

  // A copy: dist/ may be built anew while the tests run.
  const folder = mkdtempSync(join(tmpdir(), "gongkai-page-"));
  cpSync(join(ROOT, "dist"), join(folder, "决算", "page"), { recursive: true });
  const atRoot = await serve(join(folder, "决算", "page"));
  const aboveIt = await serve(folder);
  const browser = await chromium.launchServer({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });

  const run: PageTestRun = {
    addresses: { page: atRoot.address, subfolder: `${aboveIt.address}决算/page/` },
    browser: browser.wsEndpoint(),
  };
  process.env[ADDRESSES] = JSON.stringify(run);
  globalThis.endPageTests = async () => {
    await browser.close();
    atRoot.stop();
    aboveIt.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function serve(folder: string) {
  const server = createPageServer(folder);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${String(port)}/`, stop };
}
