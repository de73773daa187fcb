import type { Command } from "../command";

export const version: Command = {
  name: "version",
  summary: "版本",
  usage: ["gongkai version"],

  run(_args, { terminal, version: number }) {
    terminal.out(number);
    return Promise.resolve(0);
  },
};
