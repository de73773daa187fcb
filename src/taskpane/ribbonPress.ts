import type { PaneHost } from "./components/paneHost";

const PRESSES: readonly NonNullable<PaneHost["press"]>[] = ["check", "cell"];

/** Which button of the ribbon opened the pane: each loads it with an address of its own. */
export function pressOf(search: string): PaneHost["press"] {
  const asked = new URLSearchParams(search).get("do");
  return PRESSES.find((press) => press === asked);
}
