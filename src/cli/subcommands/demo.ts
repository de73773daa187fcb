import { demonstrateChecks } from "../../application/demonstrateChecks";
import { mistakeWords, outcomeWords } from "../../application/demonstrationWords";
import { recogniseWorkbook } from "../../application/recogniseWorkbook";
import type { Command } from "../command";
import { onlyFile, readCommandLine } from "../commandLine";
import { aboutFile, tellingScripts } from "../fileTrouble";
import { demoJson } from "../formats/demoJson";

export const demo: Command = {
  name: "demo",
  summary: "查错演示：在副本上改错几个数，看审核能查出什么",
  usage: [
    "gongkai demo 文件 [--json] [--template 模板]",
    "  --json      结果按 JSON 输出，供程序读取",
    "  --template  按哪个模板审核；不写则按认出最多的一个",
    "  文件本身不改。退出码：0 已演示；2 未能演示。",
  ],

  async run(args, services) {
    const { terminal, library } = services;
    const line = readCommandLine(args, { texts: ["template"], flags: ["json"] });
    const file = onlyFile(line.files);
    const reader = services.openWorkbook(file);
    const work = aboutFile(file, recogniseWorkbook(reader, library, line.text("template")));
    const { disclosure, template } = await tellingScripts(line.has("json"), terminal, work);
    const shown = [];
    for (const each of demonstrateChecks(disclosure, template)) {
      shown.push(each);
      if (line.has("json")) continue;
      const number = `${String(shown.length).padStart(3)}. `;
      terminal.out(`${number}${mistakeWords(each)}\n     ${outcomeWords(each)}`);
    }
    if (line.has("json")) terminal.out(JSON.stringify(demoJson(file, shown), null, 2));
    else if (shown.length === 0) terminal.out("表里没有可以改错的数。");
    return 0;
  },
};
