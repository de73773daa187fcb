interface WorkerThread<Answer> {
  ask(question: Uint8Array): Promise<Answer>;
  stop(): void;
}

/** A worker of the browser that gives one answer to each question, asked one after the other. */
export function workerThread<Answer>(worker: Worker): WorkerThread<Answer> {
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => {
          resolve(data);
        };
        worker.onerror = ({ message }) => {
          reject(new Error(message));
        };
        worker.postMessage(question);
      }),
    stop: () => {
      worker.terminate();
    },
  };
}
