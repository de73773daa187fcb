/** Results go to `out`, which scripts read; everything said to the person beside them goes to `note`. */
export interface Terminal {
  out(text: string): void;
  note(text: string): void;
}

/** A reader that has seen enough, as `head` has, closes the pipe. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

export function processTerminal({ stdout, stderr }: NodeJS.Process): Terminal {
  if (stdout.listenerCount("error") === 0) stdout.on("error", ignoreClosedPipe);
  return {
    out: (text) => void stdout.write(`${text}\n`),
    note: (text) => void stderr.write(`${text}\n`),
  };
}
