const REPORT = "审核报告";

/** What the sheets of a report are called. */
export interface ReportSheets {
  readonly findings: string;
  readonly relations: string;
  readonly figures: string;
}

/** Recognition leaves these sheets out, and so does what is published. */
export function isReportSheet(name: string): boolean {
  return name.startsWith(REPORT);
}

/** 审核报告, or 审核报告(2) beside an earlier one. */
export function freeReportSheets(taken: readonly string[]): ReportSheets {
  for (let number = 1; ; number += 1) {
    const sheets = sheetsOf(number === 1 ? REPORT : `${REPORT}(${String(number)})`);
    if (!Object.values(sheets).some((name) => taken.includes(name))) return sheets;
  }
}

function sheetsOf(findings: string) {
  return { findings, relations: `${findings}·关系`, figures: `${findings}·数字` };
}
