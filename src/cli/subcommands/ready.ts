import { checkReadiness } from "../../application/checkReadiness";
import type { Command } from "../command";
import { onlyFile, readCommandLine, readYear } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { readyJson } from "../formats/readyJson";
import { readyText } from "../formats/readyText";

export const ready: Command = {
  name: "ready",
  summary: "公开前检查：不该公开的、漏掉的",
  usage: [
    "gongkai ready 文件 [--year 年度] [--json] [--template 模板]",
    "  --year      决算年度；不写则用工作簿里写的",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板查；不写则按认出最多的一个",
    "  批注、隐藏的行列、外部链接和作者只能从 .xlsx 里看到。",
    "  退出码：0 没有要去除、要补上的；1 有；2 未能检查。",
  ],

  async run(args, services) {
    const { terminal, library } = services;
    const line = readCommandLine(args, { texts: ["template", "year"], flags: ["json"] });
    const file = onlyFile(line.files);
    const asked = { templateId: line.text("template"), year: readYear(line.text("year")) };
    const work = aboutFile(file, checkReadiness(services.openWorkbook(file), library, asked));
    const checked = await tellingScripts(line.has("json"), terminal, work);
    terminal.out(
      line.has("json")
        ? JSON.stringify(readyJson(file, checked), null, 2)
        : readyText(file, checked),
    );
    return checked.readiness.lines.some(({ state }) => state === "failed") ? 1 : 0;
  },
};
