import { resolve } from "node:path";
import { compareWorkbooks, printChanges } from "../../application/compareWorkbooks";
import { recogniseWorkbook } from "../../application/recogniseWorkbook";
import type { Command, Services } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { compareJson } from "../formats/compareJson";
import { compareText } from "../formats/compareText";
import { refuseOutput, saveFile } from "../outputFile";

export const compare: Command = {
  name: "compare",
  summary: "比较一套表的两个版本，列出改动清单",
  usage: [
    "gongkai compare 改前.xlsx 改后.xlsx [-o 改动清单.xlsx] [--json] [--template 模板] [--force]",
    "  按表、行、栏的意思比，不按位置比：插了一行，下面各行不算改动；0.00 和空白、“—”数相等，单列为显示改动。",
    "  -o          另存一份可以打印的改动清单",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板；不写则按改后的工作簿认出最多的一个",
    "  --force     已有同名的清单时覆盖它",
    "  退出码：0 没有改动；1 有改动；2 未能比较。",
  ],

  async run(args, services) {
    const line = readCommandLine(args, {
      texts: ["template", "output"],
      flags: ["json", "force"],
      letters: { o: "output" },
    });
    const [before, after] = twoFiles(line.files);
    const templateId = line.text("template");
    if (templateId !== undefined) await services.library.get(templateId);
    const force = line.has("force");
    const isJson = line.has("json");
    const output = line.text("output");
    const path = output === undefined ? undefined : listPath(output, services);
    for (const file of [before, after]) {
      if (path !== undefined) await refuseOutput(path, resolve(services.folder, file), force);
    }
    const { terminal, clock, sha256, workbookFile } = services;
    const read = async (file: string, id: string | undefined) => ({
      name: file,
      ...(await tellingScripts(
        isJson,
        terminal,
        aboutFile(file, recogniseWorkbook(services.openWorkbook(file), services.library, id)),
      )),
    });
    const new_ = await read(after, templateId);
    const old = await read(before, new_.template.structure.definition.id);
    const compared = await compareWorkbooks(old, new_, sha256);
    if (path !== undefined) {
      const plan = printChanges(compared, clock.now());
      await saveFile(path, await workbookFile.write(plan), force);
    }
    terminal.out(isJson ? JSON.stringify(compareJson(compared), null, 2) : compareText(compared));
    if (path !== undefined && !isJson) terminal.out(`\n改动清单已存为：${output ?? ""}`);
    return compared.changes.length > 0 ? 1 : 0;
  },
};

function twoFiles(files: readonly string[]): readonly [string, string] {
  const [before, after, another] = files;
  if (before === undefined || after === undefined) {
    throw new UsageError(
      "请写明两个工作簿，改前的在前，例如：gongkai compare 初稿.xlsx 定稿.xlsx。",
    );
  }
  if (another !== undefined) throw new UsageError(`一次只比较两个文件，多了“${another}”。`);
  return [before, after];
}

function listPath(output: string, { folder }: Services): string {
  if (!/\.xlsx$/iu.test(output)) throw new UsageError("改动清单的名字要以 .xlsx 结尾。");
  return resolve(folder, output);
}
