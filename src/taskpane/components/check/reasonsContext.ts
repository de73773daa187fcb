import { createContext, useContext } from "react";
import type { Checked } from "../../../application/draftingState";
import type { Explanation } from "../../../domain/checking/explanations/explanation";

/** What giving a reason needs. */
export interface ReasonsAround {
  readonly checked: Checked;
  /** Of last year's files, where they were chosen. */
  readonly lastYear: readonly Explanation[];
}

const ReasonsContext = createContext<ReasonsAround | undefined>(undefined);
export const ReasonsProvider = ReasonsContext.Provider;

/** There is none where findings take no reasons. */
export function useReasons(): ReasonsAround | undefined {
  return useContext(ReasonsContext);
}
