const LONGEST_WAIT_MS = 300;
const LONGEST_FRAME_MS = 100;

/** When the page has done and drawn what it had to; where nothing is drawn at once. */
export async function pageIsFree(): Promise<void> {
  if (typeof requestAnimationFrame === "undefined") return;
  await new Promise((resolve) => {
    requestIdleCallback(resolve, { timeout: LONGEST_WAIT_MS });
  });
  // What was changed last may not have been drawn; a page in the background draws nothing.
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
