"use strict";

/* `npm test`: installs what is missing, runs jest, and ends with one plain line of counts. */

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { ROOT, ensurePackages, note, runQuietly } = require("../src/cli/setup.js");

const UNDER_CI = process.env.CI === "true";

/** What the tests use besides Node, and which tests stay out without it. */
const SYSTEM_PACKAGES = [
  {
    name: "libreoffice-calc",
    file: "/usr/bin/soffice",
    without: "LibreOffice 复核（公式逐格对照）",
  },
  {
    name: "python3-uno",
    file: "/usr/lib/python3/dist-packages/uno.py",
    without: "LibreOffice 复核（公式逐格对照）",
  },
  { name: "libreoffice-writer", file: "/usr/bin/lowriter", without: "文档转 PDF" },
  {
    name: "fonts-noto-cjk",
    file: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    without: "版面图片（中文字体）",
  },
  { name: "poppler-utils", file: "/usr/bin/pdftoppm", without: "版面图片（PDF 转 PNG）" },
  { name: "chromium", file: "/usr/bin/chromium", without: "浏览器中的网页测试" },
  { name: "libxml2-utils", file: "/usr/bin/xmllint", without: "清单文件的 XML 校验" },
];

const missingPackages = () => SYSTEM_PACKAGES.filter(({ file }) => !fs.existsSync(file));

async function ensureSystemPackages() {
  let missing = missingPackages();
  if (missing.length === 0) return true;
  const names = missing.map(({ name }) => name);
  const command = `apt-get install -y --no-install-recommends ${names.join(" ")}`;

  const hasApt = fs.existsSync("/usr/bin/apt-get");
  if (hasApt && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runQuietly("正在更新 Debian 软件目录", "apt-get", ["update"], { env });
    const [program, ...args] = command.split(" ");
    const { ok, output } = await runQuietly(
      `正在安装测试所需的 Debian 软件包（首次约 1～3 分钟）：${names.join("、")}`,
      program,
      args,
      { env },
    );
    if (!ok) note(output.trim().split("\n").slice(-8).join("\n"));
    missing = missingPackages();
    if (missing.length === 0) return true;
  }

  note("以下软件未安装：");
  for (const { name } of missing) note(`  ${name}`);
  note(
    hasApt
      ? `请由管理员运行：${command}`
      : "请用本系统的软件管理工具安装它们（以上为 Debian 的包名）。",
  );
  if (UNDER_CI) {
    note("CI 中不得略过测试，到此为止。");
    return false;
  }
  note("本次略过这些测试：");
  for (const what of new Set(missing.map(({ without }) => without))) note(`  ${what}`);
  return true;
}

function runJest(report) {
  const args = [
    require.resolve("jest/bin/jest"),
    "--json",
    `--outputFile=${report}`,
    ...process.argv.slice(2),
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ["inherit", "pipe", "inherit"],
    });
    // Jest says here only where the report lies.
    child.stdout.resume();
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  });
}

async function main() {
  if (!(await ensurePackages()) || !(await ensureSystemPackages())) return { code: 1 };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gongkai-test-"));
  try {
    const report = path.join(folder, "report.json");
    note("正在运行测试…");
    const code = await runJest(report);
    if (!fs.existsSync(report)) return { code: code === 0 ? 1 : code };
    return { code, result: JSON.parse(fs.readFileSync(report, "utf8")) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

main().then(({ code, result }) => {
  const passed = result?.numPassedTests ?? 0;
  // A file that could not even be loaded has no tests of its own to count.
  const failed = (result?.numFailedTests ?? 1) + (result?.numRuntimeErrorTestSuites ?? 0);
  const skipped = (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0);
  if (result !== undefined && passed + failed === 0) note("没有运行任何测试。");
  if (UNDER_CI && skipped > 0) note("CI 中不得略过测试。");
  process.exitCode = code !== 0 || failed > 0 || passed === 0 || (UNDER_CI && skipped > 0) ? 1 : 0;
  process.stdout.write(
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
  );
});
