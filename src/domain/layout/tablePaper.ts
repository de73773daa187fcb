/** How tables look, in one place: a bureau that wants other fonts changes this and nothing else. */
export interface TablePaper {
  readonly titleFont: string;
  readonly bodyFont: string;
  /** Points. */
  readonly titleSize: number;
  readonly bodySize: number;
  readonly headSize: number;
  readonly noteSize: number;
  readonly coverSizes: {
    readonly year: number;
    readonly unitName: number;
    /** Where the name does not fit on one line. */
    readonly longUnitName: number;
    readonly title: number;
  };
  /** Row heights in points: rows share what the page leaves, between these two. */
  readonly tightRow: number;
  readonly easyRow: number;
  readonly titleRow: number;
  /** How much wider than the package asks columns may become to fill the page. */
  readonly stretch: number;
  /** RRGGBB. */
  readonly headFill: string;
  readonly computedFill: string;
  readonly inputFill: string;
  readonly hintColor: string;
  /** Centimetres. */
  readonly margins: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** 宋体 and 黑体 are on every Windows, WPS brings them, and LibreOffice knows what to replace them by. */
export const TABLE_PAPER: TablePaper = {
  titleFont: "黑体",
  bodyFont: "宋体",
  titleSize: 18,
  bodySize: 10,
  headSize: 10,
  noteSize: 10,
  coverSizes: { year: 22, unitName: 26, longUnitName: 20, title: 36 },
  tightRow: 14.5,
  easyRow: 20,
  titleRow: 34,
  stretch: 1.5,
  headFill: "F2F2F2",
  computedFill: "F3F7FC",
  inputFill: "FFFBEA",
  hintColor: "7F7F7F",
  margins: { left: 1.5, right: 1.5, top: 1.6, bottom: 1.4 },
};
