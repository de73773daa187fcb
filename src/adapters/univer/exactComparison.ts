import { CELL_INVERTED_INDEX_CACHE } from "@univerjs/engine-formula";

/**
 * The grid remembers which rows of a column hold which value, and in that memory 0 is the same as blank and the code
 * "201" the same as 201: the second formula that asks `A1=""` of a zero is told that it is blank. Without the memory
 * each formula compares the cells themselves, which for tables of some hundred rows is no slower.
 */
export function compareCellsThemselves(): void {
  CELL_INVERTED_INDEX_CACHE.set = () => undefined;
  CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => undefined;
}
