"use strict";

/* `npm run start:excel`: shows the add-in in the Excel of this computer until Ctrl+C. */

const { spawn, spawnSync } = require("node:child_process");
const fs = require("node:fs");
const { ensurePackages } = require("./setup.js");
const { DIST, ensureBuiltHere } = require("./build.js");

/** Fetched only here: what it brings is larger than all the rest, and of use only where there is an Excel. */
const SIDELOADER = "office-addin-debugging@7.0.0";
const OPTIONS = {
  start: ["desktop", "--app", "excel", "--no-debug", "--no-live-reload"],
  stop: [],
};

function hasExcel() {
  if (process.platform === "darwin") return fs.existsSync("/Applications/Microsoft Excel.app");
  const places = ["HKLM", "HKCU"].map(
    (root) => `${root}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\excel.exe`,
  );
  return places.some((place) => spawnSync("reg", ["query", place]).status === 0);
}

function sideload(command, manifest) {
  const isWindows = process.platform === "win32";
  // Windows starts npx by its shell, which takes blanks for ends.
  const place = isWindows ? `"${manifest}"` : manifest;
  return new Promise((resolve) => {
    const args = ["--yes", SIDELOADER, command, place, ...OPTIONS[command]];
    const child = spawn("npx", args, { stdio: "inherit", shell: isWindows });
    child.once("error", () => resolve(false));
    child.once("close", (code) => resolve(code === 0));
  });
}

async function main() {
  if (!(await ensurePackages())) return 2;
  require("./register.js");
  const { startExcel } = require("./page/startExcel.ts");
  const { processTerminal } = require("./terminal.ts");
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopping.abort());
  return startExcel({
    folder: DIST,
    terminal: processTerminal(process),
    signal: stopping.signal,
    platform: process.platform,
    hasExcel,
    build: ensureBuiltHere,
    certificate: () => require("office-addin-dev-certs").getHttpsServerOptions(),
    sideload,
  });
}

main().then((code) => {
  process.exitCode = code;
});
