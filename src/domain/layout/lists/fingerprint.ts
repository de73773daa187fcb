const GROUP = 8;
const SHORT = 16;

/** A hash as people compare it: in groups of eight. */
export function grouped(hash: string): string {
  return hash.match(new RegExp(`.{1,${String(GROUP)}}`, "gu"))?.join(" ") ?? "";
}

/** Enough to tell two sets apart on paper. */
export function shortFingerprint(hash: string): string {
  return grouped(hash.slice(0, SHORT));
}
