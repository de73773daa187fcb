import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createPageServer } from "../../../src/cli/page/pageServer";
import { hasChromium } from "./chromium";
import { ADDRESSES, type PageTestRun } from "./run";

const ROOT = resolve(__dirname, "../../..");

/** Builds what is stale; the servers serve all tests of the run. */
export default async function setUp(): Promise<void> {
  const build = [join(ROOT, "src/cli/build.js"), "--if-stale"];
  execFileSync(process.execPath, build, { stdio: ["ignore", "inherit", "inherit"] });
  if (!hasChromium) return;

  // A copy: dist/ may be built anew while the tests run.
  const folder = mkdtempSync(join(tmpdir(), "gongkai-page-"));
  cpSync(join(ROOT, "dist"), join(folder, "决算", "page"), { recursive: true });
  const atRoot = await serve(join(folder, "决算", "page"));
  const aboveIt = await serve(folder);
  const plain = await servePlainly(join(folder, "决算", "page"));

  const run: PageTestRun = {
    addresses: {
      page: atRoot.address,
      subfolder: `${aboveIt.address}决算/page/`,
      otherServer: plain.address,
    },
  };
  process.env[ADDRESSES] = JSON.stringify(run);
  globalThis.endPageTests = () => {
    atRoot.stop();
    aboveIt.stop();
    plain.stop();
    rmSync(folder, { recursive: true, force: true });
    return Promise.resolve();
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

/** A web server that knows nothing of the page, and none of Node's. */
async function servePlainly(folder: string) {
  const python = spawn("/usr/bin/python3", ["-u", "-m", "http.server", "0", "-b", "127.0.0.1"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [words] = (await once(python.stdout, "data")) as [Buffer];
  const port = /port (\d+)/u.exec(words.toString())?.[1] ?? "";
  return { address: `http://127.0.0.1:${port}/`, stop: () => python.kill() };
}
