/** Recognition and what is published leave these sheets out. */
export const REPORT_SHEETS = {
  findings: "审核报告",
  relations: "审核报告·关系",
  figures: "审核报告·数字",
} as const;

export function isReportSheet(name: string): boolean {
  return name.startsWith(REPORT_SHEETS.findings);
}
