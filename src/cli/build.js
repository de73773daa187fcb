"use strict";

/* `npm run build`: makes dist/, the page as any web server can serve it. */

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { gzipSync } = require("node:zlib");
const { ROOT, ensurePackages, note } = require("./setup.js");

const CACHE = path.join(ROOT, "node_modules", ".cache", "gongkai");
const DIST = path.join(ROOT, "dist");
/** What was built from what: kept outside dist/, which is published. */
const RECORD = path.join(CACHE, "built.json");
const SOURCES = ["assets", "src", "webpack.config.js", "package.json", "package-lock.json"];

function filesIn(place) {
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(path.join(place, name)));
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((name) => filesIn(path.join(ROOT, name)))) {
    hash
      .update(`${path.relative(ROOT, file)}\n`)
      .update(fs.readFileSync(file))
      .update("\n");
  }
  return hash.digest("hex");
}

function readRecord() {
  try {
    return JSON.parse(fs.readFileSync(RECORD, "utf8"));
  } catch {
    return undefined;
  }
}

const isWhole = ({ files }) => files.every((file) => fs.existsSync(path.join(DIST, file)));

/** One line for each chunk: what a visitor loads for it, as it lies there and as servers send it. */
function chunkSizes(stats) {
  const sizes = (file) => {
    const bytes = fs.readFileSync(path.join(DIST, file));
    return { raw: bytes.length, gzip: gzipSync(bytes).length };
  };
  return [...stats.compilation.chunks].map((chunk) => {
    const all = [...chunk.files].map(sizes);
    const sum = (key) => all.reduce((total, each) => total + each[key], 0);
    return { name: chunk.name ?? chunk.id, raw: sum("raw"), gzip: sum("gzip") };
  });
}

function printSizes(chunks) {
  const kilobytes = (bytes) => (bytes / 1024).toFixed(1).padStart(9);
  note("        KB     gzip KB");
  for (const { name, raw, gzip } of chunks) note(`${kilobytes(raw)} ${kilobytes(gzip)}   ${name}`);
}

function runWebpack(folder) {
  const webpack = require("webpack");
  const config = require("../../webpack.config.js")();
  const compiler = webpack({ ...config, output: { ...config.output, path: folder } });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else resolve(stats);
      });
    });
  });
}

async function build() {
  const started = Date.now();
  const from = fingerprint();
  // Someone may be served from dist/: it goes from one whole page to the next.
  const draft = path.join(CACHE, `dist-${process.pid}`);
  note("正在生成网页 dist/（首次约半分钟）…");
  const stats = await runWebpack(draft);
  if (stats.hasErrors() || stats.hasWarnings()) {
    note(stats.toString({ preset: "errors-warnings", colors: process.stderr.isTTY }));
  }
  if (stats.hasErrors()) {
    fs.rmSync(draft, { recursive: true, force: true });
    return false;
  }
  fs.rmSync(DIST, { recursive: true, force: true });
  fs.renameSync(draft, DIST);

  const files = Object.keys(stats.compilation.assets);
  const chunks = chunkSizes(stats);
  fs.writeFileSync(RECORD, JSON.stringify({ from, files, chunks }));
  printSizes(chunks);
  note(`  完成，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒。`);
  return true;
}

/** Builds where dist/ is missing or not from the sources as they lie now. */
async function ensureBuilt() {
  const record = readRecord();
  return (record?.from === fingerprint() && isWhole(record)) || build();
}

module.exports = { DIST, ensureBuilt, readRecord };

if (require.main === module) {
  ensurePackages()
    .then((ok) => ok && (process.argv.includes("--if-stale") ? ensureBuilt() : build()))
    .then((ok) => {
      process.exitCode = ok ? 0 : 2;
    });
}
