"use strict";

/* `npm start`: installs and builds what is missing, then serves the page until Ctrl+C. */

const { ensurePackages } = require("./setup.js");
const { DIST, ensureBuilt } = require("./build.js");

async function start() {
  if (!(await ensurePackages()) || !(await ensureBuilt())) return 2;
  require("./register.js");
  const { startPage } = require("./page/startPage.ts");
  const { processTerminal } = require("./terminal.ts");
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopping.abort());
  return startPage(process.argv.slice(2), {
    folder: DIST,
    terminal: processTerminal(process),
    signal: stopping.signal,
  });
}

start().then((code) => {
  process.exitCode = code;
});
