import { parentPort, workerData } from "node:worker_threads";
import { editAndCompare, type Editing, type EditingMessage } from "./incrementalEdits";

/** A thread of the bench. */
const tell = (message: EditingMessage) => {
  parentPort?.postMessage(message);
};

tell({
  difference: editAndCompare(workerData as Editing, (compared) => {
    tell({ compared });
  }),
});
