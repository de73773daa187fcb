export type UseCaseErrorCode =
  | "unknownTemplate"
  /** The package has problems; `detail` lists them in Chinese. */
  | "faultyTemplate"
  | "nothingRecognised"
  | "noEvaluationForm";

/** A use case that cannot begin. `detail` is data for the sentence that the front end makes of the code. */
export class UseCaseError extends Error {
  constructor(
    readonly code: UseCaseErrorCode,
    readonly detail = "",
  ) {
    super(detail === "" ? code : `${code}: ${detail}`);
    this.name = "UseCaseError";
  }
}
