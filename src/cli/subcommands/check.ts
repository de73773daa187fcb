import { checkWorkbook, type CheckedWorkbook } from "../../application/checkWorkbook";
import type { Command, ExitCode, Services } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { exitCodeFor } from "../exitCode";
import { aboutFile, FileTrouble } from "../fileTrouble";
import { checkJson } from "../formats/checkJson";
import { checkText } from "../formats/checkText";

type CheckedFile = { readonly file: string } & (
  { readonly checked: CheckedWorkbook } | { readonly error: string }
);

export const check: Command = {
  name: "check",
  summary: "审核工作簿里的决算公开表",
  usage: [
    "gongkai check 文件… [--json] [--template 模板]",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板审核；不写则按认出最多的一个",
    "  退出码：0 没有必须改的问题；1 有；2 未能审核。",
  ],

  async run(args, services) {
    const line = readCommandLine(args, { texts: ["template"], flags: ["json"] });
    if (line.files.length === 0) {
      throw new UsageError("请写明要审核的工作簿，例如：gongkai check 决算公开表.xlsx。");
    }
    const templateId = line.text("template");
    if (templateId !== undefined) await services.library.get(templateId);

    const results: CheckedFile[] = [];
    for (const file of line.files) {
      const result = await checkFile(file, services, templateId);
      results.push(result);
      noteTroubles(result, services);
      if ("checked" in result && !line.has("json")) {
        const isFirst = results.filter((each) => "checked" in each).length === 1;
        services.terminal.out(`${isFirst ? "" : "\n"}${checkText(file, result.checked)}`);
      }
    }
    if (line.has("json")) services.terminal.out(jsonOf(results));
    const codes = results.map((result) =>
      "checked" in result ? exitCodeFor(result.checked.report.findings) : 2,
    );
    return Math.max(...codes) as ExitCode;
  },
};

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
