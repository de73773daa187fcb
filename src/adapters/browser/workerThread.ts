export interface WorkerQuestion {
  readonly bytes: Uint8Array;
  readonly wanted?: string | undefined;
}

interface WorkerThread<Answer> {
  ask(bytes: Uint8Array, wanted?: string): Promise<Answer>;
  stop(): void;
}

/** A worker of the browser that gives one answer to each question, asked one after the other. */
export function workerThread<Answer>(worker: Worker): WorkerThread<Answer> {
  return {
    ask: (bytes, wanted) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          resolve(data);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
        const question: WorkerQuestion = { bytes, wanted };
        worker.postMessage(question);
      }),
    stop: () => {
      worker.terminate();
    },
  };
}
