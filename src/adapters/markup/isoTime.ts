const SERIAL_OF_1970 = 25_569;
const DAY = 86_400_000;

/** Dates become the serial numbers that they are in other workbooks. */
export function readIsoDate(text: string): number | undefined {
  const isWhole = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text);
  const time = Date.parse(isWhole ? `${text}T00:00Z` : `${text.replace(/Z$/u, "")}Z`);
  return Number.isNaN(time) ? undefined : time / DAY + SERIAL_OF_1970;
}

/** `PT12H30M00S`, as a part of a day. */
export function readIsoDuration(text: string): number | undefined {
  const match = /^PT(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9.]+)S)?$/u.exec(text);
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part || 0));
  return (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
