/**
 * What a file may cost before it is refused. Far above any accountant's workbook (a county's collected
 * tables have some 100,000 cells), and so low that what is refused is refused in a second.
 */
export const FILE_LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 10_000,
  /** Of one XML part, and of all of them, once inflated. */
  partBytes: 64 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  /** “<” in all parts: what walking them costs. A cell with its formula takes six. */
  tags: 2_000_000,
  /** Inflated : packed, asked only of parts so large that it matters. Sheets of blank cells reach some 100. */
  inflationRatio: 400,
  inflationRatioFrom: 8 * 1024 * 1024,
  sheets: 1_000,
  /** Cells that hold something, in all sheets. */
  cells: 300_000,
  /** Cells of the rectangles (rows up to their last filled cell) that hold them. */
  gridCells: 4_000_000,
  /** Characters of all formulas, shared ones written out. */
  formulaCharacters: 64 * 1024 * 1024,
  /** Cells under all merges, once merges are cut to the filled part of their sheet. */
  mergedCells: 500_000,
  /** A larger merge (whole rows, whole sheets) is cut to the filled part of its sheet. */
  mergeCut: 10_000,
} as const;
