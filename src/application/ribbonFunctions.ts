/** What the manifest's buttons may run; each is registered with Office under its name. */
export const RIBBON_FUNCTIONS = ["clearMarks"] as const;

export type RibbonFunction = (typeof RIBBON_FUNCTIONS)[number];
