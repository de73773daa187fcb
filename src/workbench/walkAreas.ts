/** The parts of the page in their order; each says where the focus goes. */
const AREAS = [
  { within: '[data-area="tools"]', start: "button" },
  { within: '[data-area="grid"]', start: '[contenteditable="true"]' },
  { within: '[data-area="pane"]', start: '[role="tab"][aria-selected="true"]' },
] as const;

export type AreaName = "tools" | "grid" | "pane";

export function goToArea(page: Document, name: AreaName): void {
  const area = AREAS.find(({ within }) => within.includes(name));
  if (area) page.querySelector<HTMLElement>(`${area.within} ${area.start}`)?.focus();
}

/** F6 goes on to the next part, Shift+F6 back, as in Windows: in the grid Tab belongs to the cells. */
export function walkAreas(page: Document): () => void {
  const walk = (event: KeyboardEvent): void => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const at = AREAS.findIndex(({ within }) => page.activeElement?.closest(within));
    const step = event.shiftKey ? -1 : 1;
    // From nowhere F6 begins with the first part and Shift+F6 with the last.
    const from = at < 0 && event.shiftKey ? 0 : at;
    for (let times = 1; times <= AREAS.length; times += 1) {
      const area = AREAS[(from + step * times + AREAS.length * 2) % AREAS.length];
      const start = area && page.querySelector<HTMLElement>(`${area.within} ${area.start}`);
      if (!start) continue;
      start.focus();
      return;
    }
  };
  page.addEventListener("keydown", walk, true);
  return () => {
    page.removeEventListener("keydown", walk, true);
  };
}
