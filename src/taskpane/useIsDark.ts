import { useSyncExternalStore } from "react";
import { isDark } from "./officeTheme";

const DARK = "(prefers-color-scheme: dark)";
const SYSTEM_COLORS = "(forced-colors: active)";

/** Office tells nobody when its theme changes: asked again whenever the person comes back to the pane. */
function subscribe(changed: () => void): () => void {
  const queries = [DARK, SYSTEM_COLORS].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  window.addEventListener("focus", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
  };
}

export function useIsDark(officeBackground: () => string | undefined): boolean {
  return useSyncExternalStore(subscribe, () => {
    const background = officeBackground();
    return isDark({
      ...(background === undefined ? {} : { officeBackground: background }),
      hasSystemColors: window.matchMedia(SYSTEM_COLORS).matches,
      prefersDark: window.matchMedia(DARK).matches,
    });
  });
}
