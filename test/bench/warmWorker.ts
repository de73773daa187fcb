import { once } from "node:events";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { ReadingWorker, type ReadingAnswer } from "../../src/adapters/guard/readingWorker";
import type { ReadingQuestion } from "../../src/cli/worker";

const CLI = resolve(__dirname, "../../src/cli");
const DEADLINE_MS = 60_000;

/** The thread that the command line reads files in. */
export function startWarmWorker(): ReadingWorker {
  const files = [resolve(CLI, "register.js"), resolve(CLI, "worker.ts")];
  const script = files.map((file) => `require(${JSON.stringify(file)});`).join("");
  return new ReadingWorker(() => {
    const worker = new Worker(script, { eval: true });
    return {
      ask: async (bytes, wanted) => {
        const question: ReadingQuestion = { bytes, wanted };
        worker.postMessage(question);
        const [answer] = (await once(worker, "message")) as [ReadingAnswer];
        return answer;
      },
      stop: () => void worker.terminate(),
    };
  }, DEADLINE_MS);
}
