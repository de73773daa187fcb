import type { ParseData } from "numfmt";
import * as numfmt from "../../../node_modules/numfmt/lib/index.js";

/**
 * Stands in for the grid's own "numfmt" (webpack.config.js, jest.config.js). Wherever a formula counts with a text, the
 * grid tries it as a date, a time and a number, each time anew: most of the time that an edit of a large set takes.
 */
export * from "../../../node_modules/numfmt/lib/index.js";

type Parse = (text: string, options?: { locale?: string }) => ParseData | null;

const MOST = 20_000;

function remembered(parse: Parse): Parse {
  const known = new Map<string, ParseData | null>();
  return (text, options) => {
    if (options) return parse(text, options);
    let parsed = known.get(text);
    if (parsed === undefined) {
      if (known.size >= MOST) known.clear();
      parsed = parse(text);
      known.set(text, parsed);
    }
    return parsed && { ...parsed };
  };
}

export const parseDate = remembered(numfmt.parseDate);
export const parseTime = remembered(numfmt.parseTime);
export const parseNumber = remembered(numfmt.parseNumber);
