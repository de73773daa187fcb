"use strict";

/* Lets Node load the TypeScript sources as they lie, each translated once and kept. */

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
const CACHE = path.join(ROOT, "node_modules", ".cache", "gongkai", "code");
const OPTIONS = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
  sourceMaps: "inline",
  swcrc: false,
};

const { version } = JSON.parse(
  fs.readFileSync(path.join(ROOT, "node_modules/@swc/core/package.json"), "utf8"),
);
const salt = `${version}${JSON.stringify(OPTIONS)}`;

function translate(file) {
  const source = fs.readFileSync(file, "utf8");
  const name = createHash("sha1").update(salt).update(file).update(source).digest("hex");
  const kept = path.join(CACHE, `${name}.js`);
  try {
    return fs.readFileSync(kept, "utf8");
  } catch {
    const { code } = require("@swc/core").transformSync(source, { ...OPTIONS, filename: file });
    fs.mkdirSync(CACHE, { recursive: true });
    // Another process may read at the same moment: it must never see half a file.
    const draft = `${kept}.${process.pid}`;
    fs.writeFileSync(draft, code);
    fs.renameSync(draft, kept);
    return code;
  }
}

Module._extensions[".ts"] = (module, file) => {
  module._compile(translate(file), file);
};
process.setSourceMapsEnabled(true);
