import { answerReading } from "../adapters/xlsx/answerReading";

/** The thread in which workbooks are read: see `startReadingThread` in index.tsx. */
self.addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
  self.postMessage(answerReading(data));
});
