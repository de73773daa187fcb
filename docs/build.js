"use strict";

/* `npm run docs`: writes the pages that are generated. */

require("../src/cli/register.js");
const fs = require("node:fs");
const path = require("node:path");
const { loadTemplate } = require("../src/application/loadTemplate.ts");
const { ruleCatalogue } = require("../src/application/ruleCatalogue.ts");

const TEMPLATES = path.join(__dirname, "..", "assets", "templates");
const readJson = (file) => JSON.parse(fs.readFileSync(path.join(TEMPLATES, file), "utf8"));

const templates = readJson("catalog.json").packages.map(({ file }) => {
  const loaded = loadTemplate(readJson(file));
  if (!("template" in loaded)) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.template;
});
fs.writeFileSync(path.join(__dirname, "审核规则.md"), ruleCatalogue(templates));
