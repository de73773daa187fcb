"use strict";

const { spawn } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.resolve(__dirname, "../..");
const MODULES = path.join(ROOT, "node_modules");
const STAMP = path.join(MODULES, ".cache", "gongkai", "installed");

function note(text) {
  process.stderr.write(`${text}\n`);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Runs a program, saying every few seconds that it still works; its own chatter is shown only on failure. */
function runQuietly(what, command, args, options = {}) {
  const started = Date.now();
  note(`${what}…`);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      ...options,
    });
    const output = [];
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    const seconds = () => Math.round((Date.now() - started) / 1000);
    const ticking = setInterval(() => note(`  仍在进行，已 ${seconds()} 秒…`), 5000);
    const end = (ok) => {
      clearInterval(ticking);
      note(ok ? `  完成，用时 ${seconds()} 秒。` : `  未成功（${seconds()} 秒）。`);
      resolve({ ok, output: Buffer.concat(output).toString("utf8") });
    };
    child.once("error", (error) => {
      output.push(Buffer.from(String(error)));
      end(false);
    });
    child.once("close", (code) => end(code === 0));
  });
}

function fingerprint() {
  const hash = createHash("sha256");
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}\n`);
  for (const name of ["package.json", "package-lock.json"]) {
    hash.update(fs.readFileSync(path.join(ROOT, name)));
  }
  return hash.digest("hex");
}

/** What npm itself noted as installed, compared with the lock file. */
function installedAsLocked() {
  const lock = readJson(path.join(ROOT, "package-lock.json"));
  const installed = readJson(path.join(MODULES, ".package-lock.json"));
  if (lock === undefined || installed === undefined) return false;
  return Object.entries(lock.packages).every(
    ([place, locked]) =>
      place === "" ||
      (locked.optional === true && installed.packages[place] === undefined) ||
      (installed.packages[place]?.version === locked.version &&
        (locked.optional === true || fs.existsSync(path.join(ROOT, place, "package.json")))),
  );
}

function npm(what, args) {
  const everyTime = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // Under `npm run` this is npm's own script, which starts alike on every system.
  const script = process.env.npm_execpath;
  return script !== undefined && /\.c?js$/.test(script)
    ? runQuietly(what, process.execPath, [script, ...args, ...everyTime])
    : runQuietly(what, "npm", [...args, ...everyTime], { shell: process.platform === "win32" });
}

/** Installs the node packages where they are missing or not those of the lock file. */
async function ensurePackages() {
  if (Number(process.versions.node.split(".")[0]) < 20) {
    note(`需要 Node.js 20 或更新的版本，现在是 ${process.versions.node}。请先升级 Node.js。`);
    return false;
  }
  const wanted = fingerprint();
  const stamped = fs.existsSync(STAMP) ? fs.readFileSync(STAMP, "utf8") : undefined;
  if (stamped === wanted) return true;

  if (!installedAsLocked()) {
    // `npm ci` begins by deleting what is there, which others may be running from.
    const fresh = !fs.existsSync(path.join(MODULES, ".package-lock.json"));
    let result = await npm(
      "正在安装所需的 Node 组件（首次约 1～3 分钟）",
      fresh ? ["ci"] : ["install", "--no-save"],
    );
    if (!result.ok) {
      result = await npm("按锁定版本安装未成功，改为重新选取版本", [
        "install",
        "--no-package-lock",
      ]);
    }
    if (!result.ok) {
      note(result.output.trim());
      note("Node 组件没有装上。请检查网络与 npm 设置后重试：npm ci");
      return false;
    }
  }
  fs.mkdirSync(path.dirname(STAMP), { recursive: true });
  fs.writeFileSync(STAMP, wanted);
  return true;
}

module.exports = { ROOT, ensurePackages, note, runQuietly };

if (require.main === module) {
  void ensurePackages().then((ok) => {
    process.exitCode = ok ? 0 : 2;
  });
}
