import { parentPort } from "node:worker_threads";
import { answerReading } from "../adapters/xlsx/answerReading";

/** The thread in which workbooks are read: see `startReadingThread` in main.ts. */
parentPort?.on("message", (bytes: Uint8Array) => {
  parentPort?.postMessage(answerReading(bytes));
});
