import { resolve } from "node:path";
import {
  openMistakes,
  openPlaces,
  preparePublication,
  publishDocument,
  publishReport,
} from "../../application/publishDocument";
import type { Command } from "../command";
import { onlyFile, readCommandLine, UsageError } from "../commandLine";
import { aboutFile } from "../fileTrouble";
import { documentText, mistakesText } from "../formats/documentText";
import { refuseOutput, saveFile } from "../outputFile";

const TABLES = { 内: "inside", 附: "separate" } as const;

export const document: Command = {
  name: "document",
  summary: "由工作簿生成公开的整份文档（.docx）和公开稿（.xlsx）",
  usage: [
    "gongkai document 文件 -o 部门决算.docx [--workbook 公开稿.xlsx] [--tables 内|附] [--force]",
    "gongkai document 文件 -o 公开稿.xlsx",
    "gongkai document 文件 --report 绩效评价报告 -o 报告.docx",
    "  -o          写到哪里：.docx 是整份文档，.xlsx 是公开稿（只有数值，没有公式、审核和作者）",
    "  --workbook  同时另存一份公开稿",
    "  --tables    表放在文档里（内），或另附公开稿（附）；不写则放在文档里",
    "  --report    只写一份报告提纲",
    "  --force     已有同名文件时覆盖它",
    "  缺数的地方写作【缺：…】，要人写的写作【请填写：…】，文档里都标成黄色。退出码：0 已写出；2 未能写出。",
  ],

  async run(args, services) {
    const { terminal, library, folder, workbookFile, documentFile } = services;
    const line = readCommandLine(args, {
      texts: ["output", "workbook", "tables", "report"],
      flags: ["force"],
      letters: { o: "output" },
    });
    const file = onlyFile(line.files);
    const output = line.text("output");
    if (output === undefined || !/\.(?:docx|xlsx)$/iu.test(output)) {
      throw new UsageError("请用 -o 写明写到哪里，以 .docx 或 .xlsx 结尾。");
    }
    const workbook = line.text("workbook");
    if (workbook !== undefined && !/\.xlsx$/iu.test(workbook)) {
      throw new UsageError("公开稿的名字要以 .xlsx 结尾。");
    }
    const tables = line.text("tables") ?? "内";
    if (tables !== "内" && tables !== "附") {
      throw new UsageError("--tables 只能写“内”或“附”。");
    }
    const force = line.has("force");
    const outputs = [output, ...(workbook === undefined ? [] : [workbook])];
    for (const each of outputs) {
      await refuseOutput(resolve(folder, each), resolve(folder, file), force);
    }
    const reader = services.openWorkbook(file);
    const publication = await aboutFile(file, preparePublication(reader, library));
    const { published, leftBehind } = publication;
    const save = async (name: string, bytes: Uint8Array) => {
      await saveFile(resolve(folder, name), bytes, force);
      terminal.out(`已写出：${name}`);
    };
    const isDocument = /\.docx$/iu.test(output);
    if (isDocument) {
      const report = line.text("report");
      const made =
        report === undefined
          ? publishDocument(publication, TABLES[tables])
          : publishReport(publication, report);
      await save(output, await documentFile.write(made));
      terminal.note(documentText(openPlaces(made), leftBehind));
    }
    for (const name of [...(isDocument ? [] : [output]), ...outputs.slice(1)]) {
      await save(name, await workbookFile.write(published));
    }
    const mistakes = openMistakes(publication);
    if (mistakes > 0) terminal.note(mistakesText(mistakes));
    return 0;
  },
};
