import { extname, resolve } from "node:path";
import { recogniseWorkbook } from "../../application/recogniseWorkbook";
import { updateWrittenText } from "../../application/updateWrittenText";
import type { Command } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { updatedText } from "../formats/updatedText";
import { updatedTextJson } from "../formats/updatedTextJson";
import { refuseOutput, saveFile } from "../outputFile";

export const updateText: Command = {
  name: "update-text",
  summary: "按上年文稿更新：上年的文稿换成本年的数",
  usage: [
    "gongkai update-text 上年文稿 --workbook 本年工作簿.xlsx [--last-year 上年工作簿.xlsx] [-o 新文稿] [--json] [--force]",
    "  文稿是 Word 文档（.docx）或纯文本（.txt）；金额、个数、占比、增减额、增减率、完成率、增减的说法和年份换成本年的。",
    "  --workbook   本年的工作簿，数从这里取",
    "  --last-year  上年的工作簿：有它，文稿里的数先与上年的表核对，再换成本年同一格的数",
    "  -o           写到哪里，与原文稿同一种格式：Word 文档的版式、表格和图片不变；不写则只列出",
    "  --json       结果按 JSON 输出，供程序读取；start、end 是在原文稿里的位置",
    "  --force      已有同名文件时覆盖它",
    "  没有对上的数、原因、其他年份都留着不动并列出。退出码：0 已更新，没有留下的；1 有留下要看的；2 未能更新。",
  ],

  async run(args, services) {
    const { terminal, library, folder } = services;
    const line = readCommandLine(args, {
      texts: ["workbook", "last-year", "output"],
      flags: ["json", "force"],
      letters: { o: "output" },
    });
    const file = onlyText(line.files);
    const workbook = line.text("workbook");
    if (workbook === undefined) {
      throw new UsageError("请用 --workbook 写明本年的工作簿，例如：--workbook 决算公开.xlsx。");
    }
    const output = line.text("output");
    if (output !== undefined) {
      refuseOtherEnding(file, output);
      await refuseOutput(resolve(folder, output), resolve(folder, file), line.has("force"));
    }
    const telling = <T>(about: string, work: Promise<T>) =>
      tellingScripts(line.has("json"), terminal, aboutFile(about, work));
    const text = await telling(file, services.openText(file));
    const now = await telling(
      workbook,
      recogniseWorkbook(services.openWorkbook(workbook), library),
    );
    const last = line.text("last-year");
    const { id } = now.template.structure.definition;
    const before =
      last === undefined
        ? undefined
        : await telling(last, recogniseWorkbook(services.openWorkbook(last), library, id));
    const update = await telling(
      file,
      Promise.resolve().then(() => updateWrittenText(text, now, before?.disclosure)),
    );
    if (output !== undefined) {
      const bytes = await telling(file, services.rewriteText(file, update));
      await saveFile(resolve(folder, output), bytes, line.has("force"));
      terminal.note(`已写出：${output}`);
    }
    terminal.out(
      line.has("json")
        ? JSON.stringify(updatedTextJson(update), null, 2)
        : updatedText(file, update),
    );
    return update.leftOvers.length > 0 ? 1 : 0;
  },
};

function onlyText(files: readonly string[]): string {
  const [file, another] = files;
  if (file === undefined) throw new UsageError("请写明上年的文稿，例如：2019年决算情况说明.docx。");
  if (another !== undefined) throw new UsageError(`一次只能写一个文件，多了“${another}”。`);
  return file;
}

function refuseOtherEnding(file: string, output: string): void {
  const ending = extname(file).toLowerCase();
  if (extname(output).toLowerCase() !== ending) {
    throw new UsageError(
      `新文稿与原文稿同一种格式，请以 ${ending === "" ? ".txt" : ending} 结尾。`,
    );
  }
}
