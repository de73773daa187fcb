/** Long enough for what a press or a key sets off at once. */
const ASKED_FOR_MS = 300;

/**
 * The grid takes the focus whenever it shows a workbook, and what a person is typing into the pane would go on in a
 * cell. Only a press in the grid, Tab or F6 brings the focus there; otherwise it goes back to where it was.
 */
export function keepFocus(grid: HTMLElement): () => void {
  const { ownerDocument: page } = grid;
  let askedAt = -Infinity;
  /** Where the person works outside of the grid. */
  let place: HTMLElement | undefined;
  const press = ({ target, timeStamp }: Event): void => {
    if (target instanceof Node && grid.contains(target)) askedAt = timeStamp;
    place = undefined;
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Tab" || event.key === "F6") askedAt = event.timeStamp;
  };
  const follow = ({ target, timeStamp }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    if (!grid.contains(target)) {
      // The grid's menus stand beside the page, not in it.
      if (target.closest("#app")) place = target;
    } else if (timeStamp - askedAt < ASKED_FOR_MS || !place?.isConnected) place = undefined;
    else place.focus({ preventScroll: true });
  };
  page.addEventListener("pointerdown", press, true);
  page.addEventListener("keydown", key, true);
  page.addEventListener("focusin", follow);
  return () => {
    page.removeEventListener("pointerdown", press, true);
    page.removeEventListener("keydown", key, true);
    page.removeEventListener("focusin", follow);
  };
}
