import { spawn } from "node:child_process";

const OPENERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens the person's own browser; where there is none, the printed address has to do. */
export function openBrowser(address: string, { platform, env }: NodeJS.Process = process): void {
  const opener = OPENERS[platform];
  const hasScreen = opener !== undefined || env["DISPLAY"] || env["WAYLAND_DISPLAY"];
  if (!hasScreen || env["CI"]) return;
  const [program = "xdg-open", ...args] = opener ?? [];
  const child = spawn(program, [...args, address], { stdio: "ignore", detached: true });
  child.once("error", () => undefined);
  child.unref();
}
