import { strings } from "./strings";

/** Lets who cannot see the grid know what its parts are, and the keys that lead out of it. */
export function nameGrid(grid: HTMLElement): () => void {
  const name = (): void => {
    for (const entry of grid.querySelectorAll('[contenteditable="true"]:not([aria-label])')) {
      entry.setAttribute("aria-label", strings.gridEntry);
    }
  };
  const observer = new MutationObserver(name);
  observer.observe(grid, { childList: true, subtree: true });
  name();
  return () => {
    observer.disconnect();
  };
}
