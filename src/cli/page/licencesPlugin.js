"use strict";

const fs = require("node:fs");
const path = require("node:path");

const NAME = "LicencesPlugin";
const PACKAGE_FOLDER = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;
/** These come as one file in which they have put their own dependencies. */
const READY_MADE = ["exceljs"];

/** Writes what the page is made of, each part with its licence, as the licences ask for. */
class LicencesPlugin {
  constructor(file) {
    this.file = file;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tap({ name: NAME, stage }, () => {
        const text = licencesOf(packageFolders(compilation.modules));
        compilation.emitAsset(this.file, new sources.RawSource(text));
      });
    });
  }
}

function packageFolders(modules) {
  const folders = new Set();
  for (const module of modules) {
    for (const { resource } of module.modules ?? [module]) {
      const folder = PACKAGE_FOLDER.exec(resource ?? "")?.[0];
      if (folder === undefined) continue;
      folders.add(folder);
      const { name, dependencies } = packageJson(folder);
      if (!READY_MADE.includes(name)) continue;
      for (const each of Object.keys(dependencies)) {
        const found = [path.join(folder, "node_modules", each), path.join(folder, "..", each)];
        folders.add(found.find((place) => fs.existsSync(place)));
      }
    }
  }
  return [...folders].sort();
}

function licencesOf(folders) {
  const packagesOf = new Map();
  for (const folder of folders) {
    const { name, version, license } = packageJson(folder);
    const file = fs.readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    const text = file === undefined ? "" : fs.readFileSync(path.join(folder, file), "utf8").trim();
    const line = `${name} ${version}${typeof license === "string" ? ` (${license})` : ""}`;
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), line]);
  }
  return [...packagesOf]
    .map(([text, lines]) => `${lines.join("\n")}\n\n${text}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function packageJson(folder) {
  return JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
}

module.exports = { LicencesPlugin };
