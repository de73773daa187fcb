import type { ICommandService } from "@univerjs/core";
import { calculateWhenFree } from "../../../src/adapters/univer/calculationTurn";

const START = "formula.mutation.set-formula-calculation-start";
const STOP = "formula.mutation.set-formula-calculation-stop";

function bench() {
  const log: string[] = [];
  let changes = 0;
  const execute = async (id: string) =>
    log.push(id === START ? "start" : id === STOP ? "stop" : id);
  const commands = { executeCommand: execute } as unknown as ICommandService;
  const turn = calculateWhenFree(commands, {
    changes: () => changes,
    started: (upTo) => log.push(`up to ${String(upTo)}`),
  });
  return {
    log,
    turn,
    ask: (id: string) => commands.executeCommand(id),
    change: () => {
      changes += 1;
    },
    isOwn: () => commands.executeCommand !== (execute as unknown),
  };
}

const free = () => new Promise((resolve) => setTimeout(resolve));

test("a start waits, other commands do not", async () => {
  const { log, ask } = bench();
  void ask(START);
  void ask("type");
  expect(log).toEqual(["type"]);
  await free();
  expect(log).toEqual(["type", "up to 0", "start"]);
});

test("of several starts the last one brings all, with the changes that it was asked for", async () => {
  const { log, ask, change } = bench();
  change();
  void ask(START);
  change();
  void ask(START);
  change();
  await free();
  expect(log).toEqual(["up to 2", "start"]);
});

test("a stop that comes while a start waits comes after it", async () => {
  const { log, ask } = bench();
  void ask(START);
  void ask(STOP);
  void ask(STOP);
  await free();
  expect(log).toEqual(["up to 0", "start", "stop"]);
});

test("a start after a stop brings what was changed until the stop, the next one everything", async () => {
  const { log, ask, change } = bench();
  change();
  void ask(STOP);
  change();
  void ask(START);
  await free();
  void ask(START);
  await free();
  expect(log).toEqual(["stop", "up to 1", "start", "up to 2", "start"]);
});

test("what a workbook asked for goes with it", async () => {
  const { log, ask, turn, isOwn } = bench();
  void ask(START);
  turn.forget();
  await free();
  expect(log).toEqual([]);
  expect(isOwn()).toBe(false);
});
