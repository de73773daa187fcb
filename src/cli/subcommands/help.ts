import type { Command, Services } from "../command";
import { UsageError } from "../commandLine";

export function helpCommand(commands: readonly Command[]): Command {
  return {
    name: "help",
    summary: "怎样使用",
    usage: ["gongkai help [命令]"],

    async run([name], services) {
      if (name === undefined) {
        services.terminal.out(await overview(commands, services));
        return 0;
      }
      const command = commands.find((each) => each.name === name);
      if (!command)
        throw new UsageError(`没有“${name}”这个命令，运行 gongkai help 可看到全部命令。`);
      services.terminal.out(usageText(command));
      return 0;
    },
  };
}

export function usageText({ summary, usage }: Command): string {
  return [summary, "", ...usage].join("\n");
}

async function overview(commands: readonly Command[], { library }: Services): Promise<string> {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "决算公开助手：部门决算公开表的排版、审核、评分与说明",
    "",
    "命令：",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "模板：",
    ...(await library.list()).map(({ id, version, title }) => `  ${id}  ${title}（${version}）`),
    "",
    "某个命令的写法：gongkai help 命令",
  ].join("\n");
}
