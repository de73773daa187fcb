/** Against another program, or against a time. */
export interface Measured {
  readonly what: string;
  readonly ours: string;
  readonly theirs?: string;
  readonly ratio?: number;
  /** Without one the row is only printed. */
  readonly most?: number;
}

/** The rows of one run: each is shown as soon as it is known, and all of them at the end in one table. */
export class BenchTable {
  private readonly rows: string[] = [];
  private isWithin = true;

  constructor(private readonly print: (line: string) => void) {}

  get isWithinBars(): boolean {
    return this.isWithin;
  }

  add({ what, ours, theirs = "", ratio, most }: Measured): void {
    const isWithin = ratio === undefined || most === undefined || ratio <= most;
    this.isWithin &&= isWithin;
    const bar = most === undefined ? "" : `≤ ${most.toFixed(2)} ${isWithin ? "达到" : "超出"}`;
    const row = `| ${what} | ${ours} | ${theirs} | ${ratio?.toFixed(2) ?? ""} | ${bar} |`;
    this.rows.push(row);
    this.print(row);
  }

  /** Something that holds or does not. */
  demand(what: string, found: string, holds: boolean): void {
    this.isWithin &&= holds;
    const row = `| ${what} | ${found} |  |  | ${holds ? "达到" : "没有达到"} |`;
    this.rows.push(row);
    this.print(row);
  }

  /** Markdown. */
  lines(): readonly string[] {
    return [
      "| 项目 | 本程序 | 对照 | 比值 | 上限 |",
      "| --- | --- | --- | --- | --- |",
      ...this.rows,
    ];
  }
}
