#!/usr/bin/env node
"use strict";

/* Installs what is missing, then runs main.ts: `main(args)` gives the exit code. */

const { ensurePackages } = require("./setup.js");

async function launch() {
  if (!(await ensurePackages())) return 2;
  require("./register.js");
  const { main } = require("./main.ts");
  return main(process.argv.slice(2));
}

launch().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(
      `程序出错（软件问题，不是您的数据问题）：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
