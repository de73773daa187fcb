import type { Clock } from "../../ports/clock";

const LONGEST_FRAME_MS = 100;

export const browserClock: Clock = {
  now: () => new Date(),
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  // A page in the background draws no frames.
  painted: () =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, LONGEST_FRAME_MS);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        setTimeout(resolve);
      });
    }),
};
