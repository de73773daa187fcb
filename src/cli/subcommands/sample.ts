import { join, relative } from "node:path";
import { checkWorkbook } from "../../application/checkWorkbook";
import { layOutDisclosure } from "../../application/layOutDisclosure";
import { narrateWorkbook } from "../../application/narrateWorkbook";
import { recogniseWorkbook } from "../../application/recogniseWorkbook";
import { scoreWorkbook } from "../../application/scoreWorkbook";
import type { Finding } from "../../domain/checking/finding";
import type { WorkbookReader } from "../../ports/workbookPorts";
import type { Command, Services } from "../command";
import { readCommandLine, UsageError } from "../commandLine";
import { checkText } from "../formats/checkText";
import { narrateText } from "../formats/narrateText";
import { scoreText } from "../formats/scoreText";
import { unitNameOf } from "../../domain/disclosure/unitNameOf";
import { saveInFolder } from "../outputFile";

const OUTPUT_FOLDER = "out";
const TEMPLATE = "hunan-2020";

export const sample: Command = {
  name: "sample",
  summary: "用一个单位真实公开的决算演示一遍：取数、排版、审核、评分、说明",
  usage: ["gongkai sample", "  结果放在当前文件夹下的 out 文件夹里。"],

  async run(args, services) {
    const [extra] = readCommandLine(args, { texts: [], flags: [] }).files;
    if (extra !== undefined) throw new UsageError(`多了“${extra}”。`);
    const { terminal, library, folder } = services;
    const output = join(folder, OUTPUT_FOLDER);
    const shown = (path: string) => relative(folder, path);

    terminal.note("正在从样例取数、排版…");
    const original = readOnce(services.openWorkbook(services.sample));
    const workbook = await layOutSample(original, services, output);

    terminal.note("正在读回排好的工作簿，审核、评分、写说明…");
    const reader = readOnce(services.openWorkbook(workbook));
    const checked = await checkWorkbook(reader, library, TEMPLATE);
    const published = await checkWorkbook(original, library, TEMPLATE);
    const scored = await scoreWorkbook(reader, library, TEMPLATE);
    const narrated = await narrateWorkbook(reader, library, { templateId: TEMPLATE });

    const checkResult = checkText(shown(workbook), checked);
    const scoreResult = scoreText(shown(workbook), scored);
    const narrative = narrateText(narrated);
    const results = await saveText(output, "审核与评分.txt", `${checkResult}\n\n${scoreResult}\n`);
    const narrativeFile = await saveText(output, "情况说明.txt", `${narrative}\n`);

    terminal.out(
      [
        checkResult,
        "",
        ...straightened(published.report.findings, checked.report.findings),
        "",
        scoreResult,
        "",
        narrative,
        "",
        "结果放在：",
        `  ${shown(workbook)}　一整套公开表，在 Excel 或 WPS 中改动任何一个数，合计、审核、说明都会跟着重算`,
        `  ${shown(results)}`,
        `  ${shown(narrativeFile)}`,
        "",
        "接下来可以：",
        `  改好“必须改”的数，保存，再审核一遍：npm run -s gongkai -- check ${shown(workbook)}`,
        `  排本单位的表：npm run -s gongkai -- layout --template ${TEMPLATE} --unit 单位全称 --figures 本单位的表.xlsx -o 新文件.xlsx`,
      ].join("\n"),
    );
    return 0;
  },
};

/** Returns where the workbook is. */
async function layOutSample(
  workbook: WorkbookReader,
  { library, workbookFile }: Services,
  output: string,
): Promise<string> {
  const { disclosure, template } = await recogniseWorkbook(workbook, library, TEMPLATE);
  const unitName = unitNameOf(disclosure);
  const year = disclosure.year ?? template.structure.definition.year;
  const figures = [{ name: "示例", snapshot: disclosure.snapshot }];
  const { bytes } = await layOutDisclosure(
    { templateId: TEMPLATE, unitName, year, figures },
    library,
    workbookFile,
  );
  return saveInFolder(output, `${unitName}${year}年度决算公开表.xlsx`, bytes);
}

/** A set that is laid out anew no longer has the original's mistakes of form. */
function straightened(original: readonly Finding[], laidOut: readonly Finding[]): string[] {
  const left = new Set(laidOut.map(({ code }) => code));
  const mended = original.filter(({ code, kind }) => kind === "form" && !left.has(code));
  return [
    `原稿的表样问题，重新排版后已经没有了（${mended.length}）`,
    ...mended.map(({ explanation, code }) => `  · ${explanation}　${code}`),
  ];
}

function saveText(folder: string, name: string, text: string): Promise<string> {
  return saveInFolder(folder, name, Buffer.from(text, "utf8"));
}

/** Several use cases look at the same file. */
function readOnce(reader: WorkbookReader): WorkbookReader {
  const reading = reader.read();
  return { read: () => reading };
}
