import { resolve } from "node:path";
import {
  rescaleWorkbook,
  restoreWorkbook,
  writeAdjustmentList,
  type RescaleRequest,
} from "../../application/rescaleWorkbook";
import type { Command, ExitCode, Services } from "../command";
import { onlyFile, readCommandLine, readMoneyUnit, UsageError } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { rescaledFromText } from "../formats/takenText";
import { rescaleJson, restoreJson } from "../formats/rescaleJson";
import { rescaleText, restoreText } from "../formats/rescaleText";
import { OutputError, refuseOutput, saveFile } from "../outputFile";

export const rescale: Command = {
  name: "rescale",
  summary: "把元的决算表换算成万元，并做舍位平衡",
  usage: [
    "gongkai rescale 工作簿.xlsx -o 新文件.xlsx [--unit-of-figures 元|万元] [--list 清单.xlsx] [--template 模板] [--unit 单位名称] [--json] [--force]",
    "gongkai rescale 工作簿.xlsx --restore -o 新文件.xlsx",
    "  -o          换算好的整套表写到哪里；已有的文件不会覆盖",
    "  --unit-of-figures",
    "              表里的数是元还是万元；不写则看各表印的单位，没印或不一致时须写明",
    "  --list      另存一份舍位调整清单，可以打印",
    "  --template  按哪个模板；不写则按认出最多的一个",
    "  --unit      单位全称；不写则用工作簿里的",
    "  --restore   从换算过的工作簿里取回元的原数，排成元的公开表",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --force     已有同名文件时覆盖它",
    "  退出码：0 全部调平；1 有调不平的，或元的原数本身不平；2 未能换算。",
  ],

  async run(args, services) {
    const line = readCommandLine(args, {
      texts: ["template", "unit", "unit-of-figures", "list", "output"],
      flags: ["json", "force", "restore"],
      letters: { o: "output" },
    });
    const file = onlyFile(line.files);
    const unitOfFigures = readMoneyUnit(line.text("unit-of-figures"));
    const [templateId, unitName] = [line.text("template"), line.text("unit")];
    const list = line.text("list");
    const isRestoring = line.has("restore");
    if (isRestoring && (list ?? templateId ?? unitOfFigures) !== undefined) {
      throw new UsageError("还原时不用写 --list、--template 和 --unit-of-figures。");
    }
    if (templateId !== undefined) await services.library.get(templateId);
    const job: Job = {
      file,
      output: xlsx(line.text("output")),
      ...(list === undefined ? {} : { list: xlsx(list) }),
      isJson: line.has("json"),
      force: line.has("force"),
      request: {
        ...(templateId === undefined ? {} : { templateId }),
        ...(unitName === undefined ? {} : { unitName }),
        ...(unitOfFigures === undefined ? {} : { unitOfFigures }),
      },
    };
    await refuseOutputs(job, services);
    return isRestoring ? restoreFile(job, services) : rescaleFile(job, services);
  },
};

interface Job {
  readonly file: string;
  readonly output: string;
  readonly list?: string;
  readonly isJson: boolean;
  readonly force: boolean;
  readonly request: RescaleRequest;
}

async function rescaleFile(job: Job, services: Services): Promise<ExitCode> {
  const { file, output, list, isJson, force, request } = job;
  const { terminal, library, workbookFile, folder } = services;
  const work = rescaleWorkbook(services.openWorkbook(file), library, workbookFile, request);
  const rescaled = await tellingScripts(isJson, terminal, aboutFile(file, work));
  const listBytes =
    list === undefined ? undefined : await writeAdjustmentList(rescaled, workbookFile);
  await saveFile(resolve(folder, output), rescaled.bytes, force);
  if (list !== undefined && listBytes) await saveFile(resolve(folder, list), listBytes, force);
  terminal.note(rescaledFromText(rescaled));
  const files = { file, output, ...(list === undefined ? {} : { list }) };
  terminal.out(
    isJson ? JSON.stringify(rescaleJson(files, rescaled), null, 2) : rescaleText(files, rescaled),
  );
  return rescaled.unbalanced.length + rescaled.unequal.length > 0 ? 1 : 0;
}

async function restoreFile(job: Job, services: Services): Promise<ExitCode> {
  const { file, output, isJson, force, request } = job;
  const { terminal, library, workbookFile, folder } = services;
  const work = restoreWorkbook(services.openWorkbook(file), library, workbookFile, request);
  const restored = await tellingScripts(isJson, terminal, aboutFile(file, work));
  await saveFile(resolve(folder, output), restored.bytes, force);
  const files = { file, output };
  terminal.out(
    isJson ? JSON.stringify(restoreJson(files, restored), null, 2) : restoreText(files, restored),
  );
  return 0;
}

async function refuseOutputs({ file, output, list, force }: Job, { folder }: Services) {
  const [path, listPath] = [output, list].map((each) =>
    each === undefined ? undefined : resolve(folder, each),
  );
  if (path !== undefined && path === listPath) {
    throw new OutputError("清单和新文件不能是同一个文件，请换一个文件名。");
  }
  for (const each of [path, listPath]) {
    if (each !== undefined) await refuseOutput(each, resolve(folder, file), force);
  }
}

function xlsx(output: string | undefined): string {
  if (output === undefined) throw new UsageError("请用 -o 写明新文件写到哪里。");
  if (!/\.xlsx$/iu.test(output)) throw new UsageError("新文件的名字要以 .xlsx 结尾。");
  return output;
}
