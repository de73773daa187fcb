import { basename, resolve } from "node:path";
import { layOutDisclosure } from "../../application/layOutDisclosure";
import { isPercentDecimals, MOST_PERCENT_DECIMALS } from "../../domain/checking/workbookSettings";
import type { SourceFile } from "../../domain/intake/joinFiles";
import type { Command, Services } from "../command";
import { readCommandLine, readMoneyUnit, UsageError, readYear } from "../commandLine";
import { aboutFile } from "../fileTrouble";
import { lastYearText } from "../formats/lastYearText";
import { balanceText } from "../formats/rescaleText";
import { takenText } from "../formats/takenText";
import { refuseOutput, saveFile } from "../outputFile";

export const layout: Command = {
  name: "layout",
  summary: "按模板排出一套能自己计算、自己审核的决算公开表",
  usage: [
    "gongkai layout --template 模板 --unit 单位名称 [--year 年度] [--figures 文件…] [--unit-of-figures 元|万元] [--last-year 文件…] [--unit-of-last-year 元|万元] [--project 专项名称…] [--form 表名…] [--narrative 版本] [--percent-digits 位数] -o 新文件.xlsx [--force]",
    "  --template  模板编号，见 gongkai help",
    "  --unit      单位全称",
    "  --year      年度；不写则用取数的工作簿的年度，没有就用模板的",
    "  --figures   从哪些文件取数，可以一张表一个文件；不写则排一套空表。元的数换算成万元，并做舍位平衡",
    "  --unit-of-figures",
    "              文件里没印金额单位，或印的与数对不上时，写明是元还是万元",
    "  --last-year 上年的公开表（工作簿或 .docx），填补充资料的上年数；可写几个文件",
    "  --unit-of-last-year",
    "              上年的文件里没印金额单位，或印的与数对不上时，写明是元还是万元",
    "  --project   给这个项目排一张项目支出绩效自评表；可写几个，一个项目一张",
    "  --form      另排一张不是每个单位都有的表，如 绩效评价基本信息表；可写几张",
    "  --narrative 情况说明按哪个版本的节次和节名写，见 gongkai narrate --help；不写则按模板的",
    "  --percent-digits",
    "              情况说明里的百分比保留几位小数（0到4），随工作簿保存；不写则按模板的",
    "  -o          新文件写到哪里；已有的文件不会覆盖",
    "  --force     已有同名文件时覆盖它",
    "  退出码：0 已排好；2 未能排出。",
  ],

  async run(args, { terminal, library, workbookFile, folder, openWorkbook }) {
    const line = readCommandLine(args, {
      texts: [
        "template",
        "unit",
        "year",
        "unit-of-figures",
        "unit-of-last-year",
        "narrative",
        "percent-digits",
        "output",
      ],
      lists: ["figures", "last-year", "project", "form"],
      flags: ["force"],
      letters: { o: "output" },
    });
    const [extra] = line.files;
    if (extra !== undefined) throw new UsageError(`多了“${extra}”。`);
    const templateId = required(line.text("template"), "请用 --template 写明模板。");
    const unitName = required(line.text("unit"), "请用 --unit 写明单位全称。");
    const output = required(line.text("output"), "请用 -o 写明新文件写到哪里。");
    if (!/\.xlsx$/iu.test(output)) throw new UsageError("新文件的名字要以 .xlsx 结尾。");
    const year = readYear(line.text("year"));
    const sources = line.list("figures");
    const unitOfFigures = readMoneyUnit(line.text("unit-of-figures"));
    const unitOfLastYear = readMoneyUnit(line.text("unit-of-last-year"));
    const percentDecimals = readPercentDigits(line.text("percent-digits"));
    const path = resolve(folder, output);
    const force = line.has("force");
    const lastYearNames = line.list("last-year");
    const read = [...sources, ...lastYearNames];
    for (const source of read.length > 0 ? read : [undefined]) {
      await refuseOutput(path, source === undefined ? undefined : resolve(folder, source), force);
    }
    const figures = await readFiles(sources, openWorkbook);
    const lastYear = await readFiles(lastYearNames, openWorkbook);
    const layingOut = layOutDisclosure(
      {
        templateId,
        unitName,
        ...(year === undefined ? {} : { year }),
        ...(figures.length === 0 ? {} : { figures }),
        ...(unitOfFigures === undefined ? {} : { unitOfFigures }),
        ...(lastYear.length === 0 ? {} : { lastYear }),
        ...(unitOfLastYear === undefined ? {} : { unitOfLastYear }),
        ...(percentDecimals === undefined ? {} : { percentDecimals }),
        projects: line.list("project"),
        forms: line.list("form"),
      },
      library.telling(line.text("narrative")),
      workbookFile,
    );
    const laidOut = await (figures.length === 0
      ? layingOut
      : aboutFile(sources.join("、"), layingOut));
    if (laidOut.figures) {
      terminal.note(takenText(laidOut.figures.intake, unitName, laidOut.year));
      const { rescaled } = laidOut.figures;
      if (rescaled) terminal.note(balanceText(rescaled));
    }
    if (laidOut.lastYear) terminal.note(lastYearText(laidOut.lastYear, unitName));
    await saveFile(path, laidOut.bytes, force);
    terminal.out(`已排好 ${laidOut.sheetNames.length} 张工作表：${output}`);
    return 0;
  },
};

async function readFiles(
  sources: readonly string[],
  openWorkbook: Services["openWorkbook"],
): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const source of sources) {
    const snapshot = await aboutFile(source, openWorkbook(source).read());
    files.push({ name: basename(source), snapshot });
  }
  return files;
}

function readPercentDigits(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const digits = /^[0-9]$/u.test(text) ? Number(text) : undefined;
  if (isPercentDecimals(digits)) return digits;
  throw new UsageError(
    `--percent-digits 要写0到${String(MOST_PERCENT_DECIMALS)}，不能是“${text}”。`,
  );
}

function required(text: string | undefined, sentence: string): string {
  if (text === undefined || text.trim() === "") throw new UsageError(sentence);
  return text;
}
