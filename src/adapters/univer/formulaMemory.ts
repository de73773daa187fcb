import { FORMULA_REF_TO_ARRAY_CACHE } from "@univerjs/engine-formula";

interface GridCache {
  readonly _cache: { limit: number };
  set: (this: GridCache, key: string, value: unknown) => void;
  _hash: (key: string) => string;
}

/** As many formulas as the grid keeps by itself; of more it parses all anew at each edit. */
const FORMULAS = 5_000;
const MORE_FORMULAS = 50_000;

/**
 * The grid finds what it has parsed and read before by a hash of 32 bits of its text, so that now and then one formula
 * would be taken for another. Its memories look texts up by themselves instead, and that of formulas holds a large set.
 */
export function rememberWholeFormulas(): void {
  const memory = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as GridCache;
  if (memory.set.name === "setWhole") return;
  const set = memory.set;
  memory._hash = (key) => key;
  memory.set = function setWhole(key, value) {
    if (this._cache.limit === FORMULAS) this._cache.limit = MORE_FORMULAS;
    set.call(this, key, value);
  };
}
