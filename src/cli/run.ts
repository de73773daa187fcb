import type { Command, ExitCode, Services } from "./command";
import { check } from "./subcommands/check";
import { checkText } from "./subcommands/checkText";
import { compare } from "./subcommands/compare";
import { helpCommand, usageText } from "./subcommands/help";
import { layout } from "./subcommands/layout";
import { document } from "./subcommands/document";
import { demo } from "./subcommands/demo";
import { narrate } from "./subcommands/narrate";
import { ready } from "./subcommands/ready";
import { rescale } from "./subcommands/rescale";
import { sample } from "./subcommands/sample";
import { score } from "./subcommands/score";
import { template } from "./subcommands/template";
import { updateText } from "./subcommands/updateText";
import { version } from "./subcommands/version";
import { UsageError } from "./commandLine";
import { FileTrouble } from "./fileTrouble";
import { explainTemplateTrouble } from "./messages";
import { OutputError } from "./outputFile";

const WORK: readonly Command[] = [
  layout,
  rescale,
  check,
  demo,
  compare,
  score,
  narrate,
  checkText,
  updateText,
  document,
  ready,
  sample,
  template,
  version,
];
const HELP = helpCommand(WORK);
const COMMANDS = [...WORK, HELP];

const ALIASES: Readonly<Record<string, string>> = {
  "--help": HELP.name,
  "-h": HELP.name,
  "--version": version.name,
  "-v": version.name,
};

/** Troubles end as one sentence and 2; a mistake of ours is thrown on. */
export async function run(args: readonly string[], services: Services): Promise<ExitCode> {
  const [word = HELP.name, ...rest] = args;
  const command = COMMANDS.find(({ name }) => name === (ALIASES[word] ?? word));
  try {
    if (!command) {
      throw new UsageError(`没有“${word}”这个命令，运行 gongkai help 可看到全部命令。`);
    }
    if (rest.includes("--help") || rest.includes("-h")) {
      services.terminal.out(usageText(command));
      return 0;
    }
    return await command.run(rest, services);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    services.terminal.note(sentence);
    if (error instanceof UsageError && command) {
      services.terminal.note(`写法：${command.usage[0] ?? ""}`);
    }
    return 2;
  }
}

function sentenceOf(error: unknown): string | undefined {
  const isSaid =
    error instanceof UsageError || error instanceof FileTrouble || error instanceof OutputError;
  return isSaid ? error.message : explainTemplateTrouble(error);
}
