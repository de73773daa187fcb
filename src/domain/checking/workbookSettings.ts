import type { ReadState } from "../workbook/stateSheet";
import type { Template } from "./compileTemplate";

/** The section of the state sheet that keeps them. */
export const SETTINGS = "settings";

/** What a person chose for one workbook, whatever its package says. */
export interface WorkbookSettings {
  /** Of the percentages in the 情况说明. */
  readonly percentDecimals?: number;
}

export const MOST_PERCENT_DECIMALS = 4;

export const isPercentDecimals = (value: unknown): value is number =>
  typeof value === "number" &&
  Number.isInteger(value) &&
  value >= 0 &&
  value <= MOST_PERCENT_DECIMALS;

/** What cannot be read was not chosen. */
export function readSettings(state: ReadState): WorkbookSettings {
  const section = state.kind === "state" ? state.sections[SETTINGS] : undefined;
  if (typeof section !== "object" || section === null) return {};
  const { percentDecimals } = section as Record<string, unknown>;
  return isPercentDecimals(percentDecimals) ? { percentDecimals } : {};
}

const packages = new WeakMap<Template, Template>();
const chosen = new WeakMap<Template, Map<number, Template>>();

/** The package with a workbook's settings; the same one each time, so that what is known of it stays known. */
export function withSettings(template: Template, { percentDecimals }: WorkbookSettings): Template {
  const own = packages.get(template) ?? template;
  const { structure } = own;
  if (percentDecimals === undefined || percentDecimals === structure.definition.percentDecimals) {
    return own;
  }
  const known = chosen.get(own) ?? new Map<number, Template>();
  chosen.set(own, known);
  const before = known.get(percentDecimals);
  if (before) return before;
  const definition = { ...structure.definition, percentDecimals };
  const set: Template = { ...own, structure: { ...structure, definition } };
  packages.set(set, own);
  known.set(percentDecimals, set);
  return set;
}
