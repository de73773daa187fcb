import { createContext, useContext } from "react";
import type { Scope } from "../../../domain/expression/scope";

const ScopeContext = createContext<Scope | undefined>(undefined);
export const ScopeProvider = ScopeContext.Provider;

/** What sentences about verdicts need; there is none where findings have no verdicts. */
export function useScope(): Scope | undefined {
  return useContext(ScopeContext);
}
