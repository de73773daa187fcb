/** Long enough for what a press or a key sets off at once. */
const ASKED_FOR_MS = 300;

/**
 * The grid takes the focus whenever it shows a workbook, and what a person is typing into the pane would go on in a
 * cell. Only a press in the grid or the Tab key brings the focus there; otherwise it goes back to where it was.
 */
export function keepFocus(grid: HTMLElement): () => void {
  const { ownerDocument: page } = grid;
  let askedAt = -Infinity;
  const ask = ({ timeStamp }: Event): void => {
    askedAt = timeStamp;
  };
  const tab = (event: KeyboardEvent): void => {
    if (event.key === "Tab") ask(event);
  };
  const giveBack = ({ relatedTarget: from, timeStamp }: FocusEvent): void => {
    if (!(from instanceof HTMLElement) || timeStamp - askedAt < ASKED_FOR_MS) return;
    // The grid's menus stand beside the page, not in it.
    const isOurs = from.closest("#app") !== null && !grid.contains(from);
    if (isOurs) from.focus({ preventScroll: true });
  };
  grid.addEventListener("pointerdown", ask, true);
  page.addEventListener("keydown", tab, true);
  grid.addEventListener("focusin", giveBack);
  return () => {
    grid.removeEventListener("pointerdown", ask, true);
    page.removeEventListener("keydown", tab, true);
    grid.removeEventListener("focusin", giveBack);
  };
}
