import { resolve } from "node:path";
import { checkWorkbook, type CheckedWorkbook } from "../../application/checkWorkbook";
import { printReport } from "../../application/printReport";
import type { Command, ExitCode, Services } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { exitCodeFor } from "../exitCode";
import { aboutFile, FileTrouble } from "../fileTrouble";
import { checkJson } from "../formats/checkJson";
import { checkText } from "../formats/checkText";
import { refuseOutput, saveFile } from "../outputFile";

type CheckedFile = { readonly file: string } & (
  { readonly checked: CheckedWorkbook } | { readonly error: string }
);

export const check: Command = {
  name: "check",
  summary: "审核工作簿里的决算公开表",
  usage: [
    "gongkai check 文件… [--json] [--template 模板]",
    "gongkai check 文件 --report 审核报告.xlsx [--force] [--json] [--template 模板]",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板审核；不写则按认出最多的一个",
    "  --report    另存一份可以打印的审核报告：问题、各条关系的结果、所依据的数字和数字指纹；一次只审一个文件",
    "  --force     已有同名的审核报告时覆盖它",
    "  退出码：0 没有必须改的问题；1 有；2 未能审核。",
  ],

  async run(args, services) {
    const line = readCommandLine(args, {
      texts: ["template", "report"],
      flags: ["json", "force"],
    });
    if (line.files.length === 0) {
      throw new UsageError("请写明要审核的工作簿，例如：gongkai check 决算公开表.xlsx。");
    }
    const templateId = line.text("template");
    if (templateId !== undefined) await services.library.get(templateId);
    const report = reportPath(line.text("report"), line.files, services);
    const force = line.has("force");
    const [source = ""] = line.files;
    if (report !== undefined) await refuseOutput(report, resolve(services.folder, source), force);

    const results: CheckedFile[] = [];
    for (const file of line.files) {
      const result = await checkFile(file, services, templateId);
      results.push(result);
      if ("checked" in result && report !== undefined) {
        await saveFile(report, await writeReport(result.checked, services), force);
      }
      noteTroubles(result, services);
      if ("checked" in result && !line.has("json")) {
        const isFirst = results.filter((each) => "checked" in each).length === 1;
        services.terminal.out(`${isFirst ? "" : "\n"}${checkText(file, result.checked)}`);
        if (report !== undefined) {
          services.terminal.out(`\n审核报告已存为：${line.text("report") ?? ""}`);
        }
      }
    }
    if (line.has("json")) services.terminal.out(jsonOf(results));
    const codes = results.map((result) =>
      "checked" in result ? exitCodeFor(result.checked.report.findings) : 2,
    );
    return Math.max(...codes) as ExitCode;
  },
};

function reportPath(
  output: string | undefined,
  files: readonly string[],
  { folder }: Services,
): string | undefined {
  if (output === undefined) return undefined;
  if (files.length > 1) {
    throw new UsageError("一份审核报告只写一个工作簿，请一次审一个文件，各写各的 --report。");
  }
  if (!/\.xlsx$/iu.test(output)) throw new UsageError("审核报告的名字要以 .xlsx 结尾。");
  return resolve(folder, output);
}

async function writeReport(checked: CheckedWorkbook, services: Services): Promise<Uint8Array> {
  const { clock, sha256, workbookFile } = services;
  return workbookFile.write(await printReport(checked, { today: clock.now(), sha256 }));
}

async function checkFile(
  file: string,
  services: Services,
  templateId: string | undefined,
): Promise<CheckedFile> {
  try {
    const reader = services.openWorkbook(file);
    return {
      file,
      checked: await aboutFile(file, checkWorkbook(reader, services.library, templateId)),
    };
  } catch (error) {
    if (error instanceof FileTrouble) return { file, error: error.sentence };
    throw error;
  }
}

function noteTroubles(result: CheckedFile, { terminal }: Services): void {
  if ("error" in result) {
    terminal.note(`${result.file}：${result.error}`);
    return;
  }
  const faults = result.checked.report.findings.filter(({ state }) => state === "relationFault");
  if (faults.length === 0) return;
  const codes = [...new Set(faults.map(({ code }) => code))].join("、");
  terminal.note(
    `${result.file}：审核公式 ${codes} 出错，没有核对（软件问题，不是您的数据问题）；其余各条照常审核，请把编号告诉软件维护人员。`,
  );
}

function jsonOf(results: readonly CheckedFile[]): string {
  const objects = results.map((result) =>
    "checked" in result ? checkJson(result.file, result.checked) : result,
  );
  return JSON.stringify(objects.length === 1 ? objects[0] : objects, null, 2);
}
