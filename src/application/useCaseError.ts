export type UseCaseErrorCode =
  | "unknownTemplate"
  /** `detail`: the one asked for and, in another line, those that the template has. */
  | "unknownNarrative"
  /** The package has problems; `detail` lists them in Chinese. */
  | "faultyTemplate"
  /** The file is no JSON; `detail`: its name, the line and the column, a line each. */
  | "brokenTemplate"
  /** What should be a private key is none. */
  | "noSigningKey"
  /** Made for a later version of this program. */
  | "newerTemplate"
  | "nothingRecognised"
  | "noLastYear"
  /** Last year's files are of the year of the accounts, `detail`. */
  | "thisYear"
  /** The text to be updated is of this year; `detail`: its year and that of the accounts, a line each. */
  | "textOfThisYear"
  /** Last year's files are of another year; `detail`: theirs and the one that is wanted, a line each. */
  | "anotherYear"
  /** Lines of the hidden sheet behind the 情况说明, a table that it takes figures from, or the paragraph's row. */
  | "linesGone"
  | "tableMissing"
  | "paragraphGone"
  /** 更新说明: no 情况说明 of ours, or nothing to add or to take out. */
  | "otherNarrative"
  | "paragraphsCurrent"
  | "noEvaluationForm"
  /** The package has no 项目支出绩效自评表. */
  | "noProjectForm"
  /** `detail`: the form that was asked for and, in another line, those that the package has. */
  | "unknownForm"
  /** No form of a project in the workbook. */
  | "noProjects"
  /** `detail`: the 二级指标 that an indicator should go under. */
  | "categoryGone"
  /** The edition has no report outline of that name; `detail`: those that it has. */
  | "unknownReport"
  | "alreadyRescaled"
  | "notRescaled"
  | "newerState"
  | "damagedState"
  | "damagedReasons"
  /** The template itself is in 元. */
  | "rescaledTemplate"
  /** `detail` says in Chinese which tables print what. */
  | "unclearUnit"
  /** Neither 元 nor 万元; `detail` as with `unclearUnit`. */
  | "otherUnit"
  | "alreadyWanYuan"
  /** No tables of a person's own, or a set of ours. */
  | "nothingToAdopt"
  /** `detail`: the person's sheets that have the names of 审核 and 计算, a line each. */
  | "auditNameTaken"
  /** `detail`: what somebody wrote onto 审核, a cell a line. */
  | "writtenOnAudit";

/** A use case that cannot begin. `detail` is data for the sentence that the front end makes of the code. */
export class UseCaseError extends Error {
  constructor(
    readonly code: UseCaseErrorCode,
    readonly detail = "",
    cause?: unknown,
  ) {
    super(detail === "" ? code : `${code}: ${detail}`, { cause });
    this.name = "UseCaseError";
  }
}
