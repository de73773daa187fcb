"use strict";

/* `npm run validate`: looks through manifest.xml, or through the manifests that are named. */

const { ROOT, ensurePackages } = require("./setup.js");

async function validate() {
  if (!(await ensurePackages())) return 2;
  require("./register.js");
  const manifest = require("./manifest/validate.ts");
  const { processTerminal } = require("./terminal.ts");
  return manifest.validate(process.argv.slice(2), {
    root: ROOT,
    terminal: processTerminal(process),
  });
}

validate().then((code) => {
  process.exitCode = code;
});
