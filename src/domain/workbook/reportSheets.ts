const REPORT = "审核报告";
const CHANGES = "改动清单";
const PROJECTS = "项目清单";

/** What the sheets of a report are called. */
export interface ReportSheets {
  readonly findings: string;
  readonly relations: string;
  readonly figures: string;
}

/** Recognition leaves these sheets out, and so does what is published. */
export function isReportSheet(name: string): boolean {
  return [REPORT, CHANGES, PROJECTS].some((own) => name.startsWith(own));
}

/** 项目清单, and those that came beside it. */
export function isProjectList(name: string): boolean {
  return name.startsWith(PROJECTS);
}

/** 改动清单, or 改动清单(2) beside an earlier one. */
export function freeChangeSheet(taken: readonly string[]): string {
  return firstFree(CHANGES, (name) => !taken.includes(name));
}

/** 项目清单, or 项目清单(2) beside an earlier one. */
export function freeProjectSheet(taken: readonly string[]): string {
  return firstFree(PROJECTS, (name) => !taken.includes(name));
}

/** 审核报告, or 审核报告(2) beside an earlier one. */
export function freeReportSheets(taken: readonly string[]): ReportSheets {
  const isFree = (name: string) =>
    !Object.values(sheetsOf(name)).some((sheet) => taken.includes(sheet));
  return sheetsOf(firstFree(REPORT, isFree));
}

function firstFree(name: string, isFree: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? name : `${name}(${String(number)})`;
    if (isFree(numbered)) return numbered;
  }
}

function sheetsOf(findings: string) {
  return { findings, relations: `${findings}·关系`, figures: `${findings}·数字` };
}
