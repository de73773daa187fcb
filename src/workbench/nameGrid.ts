import { strings } from "./strings";

/** Names that the grid gives in English, whatever its language. */
const ENGLISH = [
  ["Sidebar panel", strings.sidebar],
  ["Resize sidebar", strings.resizeSidebar],
  ["Close sidebar", strings.closeSidebar],
] as const;

/** Lets who cannot see the grid know what its parts are, and the keys that lead out of it. */
export function nameGrid(grid: HTMLElement): () => void {
  const name = (): void => {
    for (const entry of grid.querySelectorAll('[contenteditable="true"]:not([aria-label])')) {
      entry.setAttribute("aria-label", strings.gridEntry);
    }
    for (const [english, chinese] of ENGLISH) {
      for (const part of grid.querySelectorAll(`[aria-label="${english}"]`)) {
        part.setAttribute("aria-label", chinese);
      }
    }
  };
  const observer = new MutationObserver(name);
  observer.observe(grid, { childList: true, subtree: true });
  name();
  return () => {
    observer.disconnect();
  };
}
