"use strict";

/* `npm run build`: makes dist/, the page and the add-in as any web server can serve them. */

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { gzipSync } = require("node:zlib");
const { ROOT, ensurePackages, note } = require("./setup.js");

const CACHE = path.join(ROOT, "node_modules", ".cache", "gongkai");
const DIST = path.join(ROOT, "dist");
/** What was built from what: kept outside dist/, which is published. */
const RECORD = path.join(CACHE, "built.json");
const SOURCES = [
  "assets",
  "manifest.xml",
  "src",
  "webpack.config.js",
  "package.json",
  "package-lock.json",
];

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
  const chunks = stats.stats.flatMap(({ compilation }) => [...compilation.chunks]);
  return chunks.map((chunk) => {
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

function runWebpack(folder, options) {
  const webpack = require("webpack");
  const configs = require("../../webpack.config.js")(options);
  const compiler = webpack(
    configs.map((config) => ({ ...config, output: { ...config.output, path: folder } })),
  );
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else resolve(stats);
      });
    });
  });
}

async function build(options) {
  const started = Date.now();
  const from = fingerprint();
  // Someone may be served from dist/: it goes from one whole page to the next.
  const draft = path.join(CACHE, `dist-${process.pid}`);
  note("正在生成网页 dist/（首次约半分钟）…");
  const stats = await runWebpack(draft, options);
  if (stats.hasErrors() || stats.hasWarnings()) {
    note(stats.toString({ preset: "errors-warnings", colors: process.stderr.isTTY }));
  }
  if (stats.hasErrors() || !hasGoodManifest(draft, options)) {
    fs.rmSync(draft, { recursive: true, force: true });
    return false;
  }
  fs.rmSync(DIST, { recursive: true, force: true });
  fs.renameSync(draft, DIST);

  const files = stats.stats.flatMap(({ compilation }) => Object.keys(compilation.assets));
  const chunks = chunkSizes(stats);
  fs.writeFileSync(RECORD, JSON.stringify({ from, options, files, chunks }));
  printSizes(chunks);
  note(`  完成，用时 ${((Date.now() - started) / 1000).toFixed(1)} 秒。`);
  return true;
}

/** Excel would refuse a broken manifest without a word. */
function hasGoodManifest(folder, { host }) {
  const { problemsOf } = require("./manifest/validate.ts");
  const problems = problemsOf(path.join(folder, "manifest.xml"), ROOT, host !== undefined);
  for (const { line, message } of problems) note(`manifest.xml:${line} ${message}`);
  return problems.length === 0;
}

/** Builds where dist/ is missing or not from the sources as they lie now; for whom it was built is all the same. */
async function ensureBuilt() {
  return isFresh(readRecord()) || build(FOR_THIS_COMPUTER);
}

/** The same, but what was built for somebody else will not do. */
async function ensureBuiltHere() {
  const record = readRecord();
  const isHere = JSON.stringify(record?.options) === JSON.stringify(FOR_THIS_COMPUTER);
  return (isHere && isFresh(record)) || build(FOR_THIS_COMPUTER);
}

const FOR_THIS_COMPUTER = { office: "cdn" };
const isFresh = (record) => record?.from === fingerprint() && isWhole(record);

async function main(args) {
  if (!(await ensurePackages())) return 2;
  require("./register.js");
  if (args.includes("--if-stale")) return (await ensureBuiltHere()) ? 0 : 2;
  const { BUILD_USAGE, DEVELOPMENT_HOST, readBuildOptions } = require("./page/buildOptions.ts");
  const { UsageError } = require("./commandLine.ts");
  try {
    const options = readBuildOptions(args);
    if (!(await build(options))) return 2;
    note(
      options.host === undefined
        ? `manifest.xml 里是本机的地址 ${DEVELOPMENT_HOST}。给别人用的，加上：-- --env host=https://网站/文件夹/`
        : `把 dist/ 里的全部文件放到 ${options.host}，再把 dist/manifest.xml 交给 Excel（docs/安装说明.md）。`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    note(error.message);
    note(BUILD_USAGE);
    return 2;
  }
}

module.exports = { DIST, ensureBuilt, ensureBuiltHere, readRecord };

if (require.main === module) {
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
