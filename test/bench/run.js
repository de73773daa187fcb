"use strict";

/* `npm run bench`: installs the peers on first use, then measures. `npm run bench -- 4 7`: these sections alone. */

const fs = require("node:fs");
const path = require("node:path");
const { ensurePackages, note, runQuietly } = require("../../src/cli/setup.js");

async function ensurePeers() {
  if (fs.existsSync(path.join(__dirname, "node_modules/hyperformula/package.json"))) return true;
  const { ok, output } = await runQuietly("正在安装用来比较的组件（仅首次）", "npm", ["ci"], {
    cwd: __dirname,
    shell: process.platform === "win32",
  });
  if (!ok) note(output.trim());
  return ok;
}

async function run() {
  if (!(await ensurePackages()) || !(await ensurePeers())) return 2;
  require("../../src/cli/register.js");
  return require("./bench.ts").bench(
    (line) => process.stdout.write(`${line}\n`),
    process.argv.slice(2).map(Number),
  );
}

run().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 2;
  },
);
