import { narrateWorkbook } from "../../application/narrateWorkbook";
import type { Command } from "../command";
import { onlyFile, readCommandLine } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { narrateJson } from "../formats/narrateJson";
import { editedParagraphs, narrateText } from "../formats/narrateText";

export const narrate: Command = {
  name: "narrate",
  summary: "由表中的数写出决算情况说明",
  usage: [
    "gongkai narrate 文件 [--json] [--template 模板] [--narrative 版本]",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板写；不写则按认出最多的一个",
    "  --narrative 说明按哪个版本的节次和节名写：hunan-2023、central-2021（未经核实）；不写则按模板的",
    "  工作簿里已手工修改、与表不符的段落另外列出，--json 里是每一段的 state。",
    "  缺数的地方写作【缺：…】。退出码：0 已写出；2 未能写出。",
  ],

  async run(args, services) {
    const { terminal, library } = services;
    const line = readCommandLine(args, { texts: ["template", "narrative"], flags: ["json"] });
    const file = onlyFile(line.files);
    const [templateId, narrative] = [line.text("template"), line.text("narrative")];
    const asked = {
      ...(templateId === undefined ? {} : { templateId }),
      ...(narrative === undefined ? {} : { narrative }),
    };
    const reader = services.openWorkbook(file);
    const work = aboutFile(file, narrateWorkbook(reader, library, asked));
    const narrated = await tellingScripts(line.has("json"), terminal, work);
    terminal.out(
      line.has("json") ? JSON.stringify(narrateJson(narrated), null, 2) : narrateText(narrated),
    );
    const edited = editedParagraphs(narrated);
    if (edited !== "") terminal.note(`\n工作簿里的情况说明有手工改动：\n${edited}`);
    return 0;
  },
};
