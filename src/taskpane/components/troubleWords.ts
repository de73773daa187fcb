import type { Trouble } from "../../application/draftingState";
import {
  explainUseCaseTrouble,
  explainWorkbookTrouble,
  isUseCaseTrouble,
} from "../../application/messages";
import { strings } from "../strings";

/** What happened, and what to do next. */
export function troubleWords({ code, detail }: Trouble): string {
  if (code === "unexpected") return strings.unexpected(detail);
  if (isUseCaseTrouble(code)) return explainUseCaseTrouble(code, detail);
  if (code === "sheetExists" && detail !== "") return strings.sheetExists(detail);
  return explainWorkbookTrouble(code, detail);
}
