import { existsSync } from "node:fs";

/** Debian's browser: the tests download none of their own. */
export const CHROMIUM = "/usr/bin/chromium";

/** Without a sandbox, as CI runs as root; without the browser's own talk to its maker. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const hasChromium = existsSync(CHROMIUM);
