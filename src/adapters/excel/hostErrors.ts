import { WorkbookError, type WorkbookErrorCode } from "../../ports/workbookPorts";

/** The client library's own errors, told by their code: they may come from another window. */
export function hostCode(error: unknown): string | undefined {
  if (error instanceof WorkbookError || typeof error !== "object" || error === null)
    return undefined;
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" ? code : undefined;
}

const CODES: Readonly<Record<string, WorkbookErrorCode>> = {
  InvalidOperationInCellEditMode: "editingCell",
  AccessDenied: "accessDenied",
  ItemAlreadyExists: "sheetExists",
  ItemNotFound: "sheetMissing",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  OperationCellsExceedLimit: "tooLarge",
  RangeExceedsLimit: "tooLarge",
  ApiNotFound: "hostTooOld",
  ApiNotAvailable: "hostTooOld",
  NotImplemented: "hostTooOld",
  UnsupportedOperation: "hostTooOld",
  ActivityLimitReached: "hostBusy",
  TooManyRequests: "hostBusy",
  ServiceNotAvailable: "hostBusy",
  RequestAborted: "hostBusy",
  ConnectionFailure: "hostBusy",
};

/** What the person is told. A bug of ours goes on as the exception that it is. */
export function toWorkbookError(error: unknown): unknown {
  const code = hostCode(error);
  if (code === undefined) return error;
  const { message } = error as { readonly message?: unknown };
  return new WorkbookError(CODES[code] ?? "hostRefused", `${code}: ${String(message)}`);
}

/** The same of a write, which a person cannot make shorter. */
export function toWriteError(error: unknown): unknown {
  const told = toWorkbookError(error);
  return told instanceof WorkbookError && told.code === "tooLarge"
    ? new WorkbookError("writeTooLarge", told.detail)
    : told;
}

export function isEditing(error: unknown): boolean {
  return hostCode(error) === "InvalidOperationInCellEditMode";
}

/** Worth another try of a read after a while. */
export function isBusy(error: unknown): boolean {
  return CODES[hostCode(error) ?? ""] === "hostBusy";
}

export function isTooLarge(error: unknown): boolean {
  return CODES[hostCode(error) ?? ""] === "tooLarge";
}

/** A sheet that we still knew has gone meanwhile. */
export function isGone(error: unknown): boolean {
  return ["ItemNotFound", "InvalidReference", "InvalidObjectPath"].includes(hostCode(error) ?? "");
}
