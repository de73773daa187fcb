import type { Finding } from "../domain/checking/finding";
import type { ExitCode } from "./command";

export function exitCodeFor(findings: readonly Finding[]): ExitCode {
  if (findings.some(({ state }) => state === "relationFault")) return 2;
  return findings.some(({ state, level }) => state === "failed" && level === "must-hold") ? 1 : 0;
}
