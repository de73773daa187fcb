import { scoreWorkbook } from "../../application/scoreWorkbook";
import type { Command } from "../command";
import { onlyFile, readCommandLine } from "../commandLine";
import { exitCodeFor } from "../exitCode";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { scoreJson } from "../formats/scoreJson";
import { scoreText } from "../formats/scoreText";

export const score: Command = {
  name: "score",
  summary: "计算绩效自评表（整体、项目）的得分和等级，核对绩效评价基本信息表等填报表",
  usage: [
    "gongkai score 文件 [--json] [--template 模板]",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板计算；不写则按认出最多的一个",
    "  退出码：0 没有必须改的问题；1 有；2 未能计算。",
  ],

  async run(args, services) {
    const { terminal, library } = services;
    const line = readCommandLine(args, { texts: ["template"], flags: ["json"] });
    const file = onlyFile(line.files);
    const reader = services.openWorkbook(file);
    const work = aboutFile(file, scoreWorkbook(reader, library, line.text("template")));
    const scored = await tellingScripts(line.has("json"), terminal, work);
    terminal.out(
      line.has("json") ? JSON.stringify(scoreJson(scored), null, 2) : scoreText(file, scored),
    );
    return exitCodeFor(
      [...scored.scores, ...scored.information].flatMap(({ findings }) => findings),
    );
  },
};
