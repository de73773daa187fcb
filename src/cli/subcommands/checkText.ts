import { checkWrittenText, type CheckedText } from "../../application/checkWrittenText";
import { recogniseWorkbook } from "../../application/recogniseWorkbook";
import type { Command, ExitCode } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { writtenTextJson } from "../formats/writtenTextJson";
import { writtenText } from "../formats/writtenText";

export const checkText: Command = {
  name: "check-text",
  summary: "核对已经写好的文稿里的数和说法",
  usage: [
    "gongkai check-text 文稿 [--workbook 工作簿.xlsx] [--json]",
    "  文稿是 Word 文档（.docx）或纯文本（.txt）；Word 里删去的修订不算，表格一行算一行。",
    "  把文稿里的占比、增减率、完成率、合计、增减额和前后重复的数重新算一遍，并查占位符、重复字、上年年份、序号、单位名称。",
    "  --workbook  与哪个工作簿对照：每个金额写明出自哪一格，与表里不同的、表里没有的都列出",
    "  --json      结果按 JSON 输出，供程序读取；start、end 是在文稿里的位置",
    "  退出码：0 没有写错的；1 有；2 未能核对。",
  ],

  async run(args, services) {
    const { terminal, library } = services;
    const line = readCommandLine(args, { texts: ["workbook"], flags: ["json"] });
    const file = onlyText(line.files);
    const work = aboutFile(file, services.openText(file));
    const text = await tellingScripts(line.has("json"), terminal, work);
    const workbook = line.text("workbook");
    const recognised =
      workbook === undefined
        ? undefined
        : await tellingScripts(
            line.has("json"),
            terminal,
            aboutFile(workbook, recogniseWorkbook(services.openWorkbook(workbook), library)),
          );
    const checked = checkWrittenText(text, recognised?.disclosure);
    terminal.out(
      line.has("json")
        ? JSON.stringify(writtenTextJson(checked), null, 2)
        : writtenText(file, text, checked),
    );
    return exitCodeOf(checked);
  },
};

function onlyText(files: readonly string[]): string {
  const [file, another] = files;
  if (file === undefined) throw new UsageError("请写明文稿文件，例如：决算情况说明.docx。");
  if (another !== undefined) throw new UsageError(`一次只能写一个文件，多了“${another}”。`);
  return file;
}

const exitCodeOf = ({ summary }: CheckedText): ExitCode =>
  summary.wrong + summary.inconsistent > 0 ? 1 : 0;
