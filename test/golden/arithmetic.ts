import { Decimal } from "decimal.js";
import { type Golden, sheetOf } from "../support/goldenText";

type Figures = readonly Decimal[];

interface LabelledRow {
  readonly label: string;
  readonly figures: Figures;
}

const ZERO = new Decimal(0);
const REVENUE_FUNDS = [0, 1, 2];

function amount(text = ""): Decimal {
  return new Decimal(/^-?[0-9,]+(?:\.[0-9]+)?$/u.test(text) ? text.replaceAll(",", "") : 0);
}

function sum(amounts: Figures): Decimal {
  return amounts.reduce((total, each) => total.plus(each), ZERO);
}

/** Columns count from 1. */
function rowsOf(golden: Golden, sheet: string, label: number, figures: number[]): LabelledRow[] {
  return sheetOf(golden, sheet).rows.map((row) => ({
    label: (row[label - 1] ?? "").replace(/^'/u, ""),
    figures: figures.map((column) => amount(row[column - 1])),
  }));
}

function find(rows: readonly LabelledRow[], label: string): Figures {
  return rows.find((row) => row.label === label)?.figures ?? [];
}

const classRows = (rows: readonly LabelledRow[]) =>
  rows.filter(({ label }) => /^[一二三四五六七八九十]+、/u.test(label));
const codeRows = (rows: readonly LabelledRow[], length: number, parent = "") =>
  rows.filter(
    ({ label }) => label.length === length && /^[0-9]+$/u.test(label) && label.startsWith(parent),
  );

/**
 * Which sums of domain.md 2.1 and 2.2 do not come out to the cent, as "01-2: 179.22 ≠ 283.04". Plain addition by
 * position, on purpose without anything of the product or of the generator.
 */
export function brokenSums(golden: Golden): string[] {
  return new Arithmetic(golden).broken;
}

class Arithmetic {
  readonly broken: string[] = [];
  private readonly revenue01: LabelledRow[];
  private readonly spent01: LabelledRow[];
  private readonly revenue04: LabelledRow[];
  private readonly spent04: LabelledRow[];
  private readonly t02: LabelledRow[];
  private readonly t03: LabelledRow[];
  private readonly t05: LabelledRow[];
  private readonly t06: LabelledRow[];
  private readonly t08: LabelledRow[];
  private readonly t09: LabelledRow[];

  constructor(private readonly golden: Golden) {
    const rows = (number: string, label: number, figures: number[]) =>
      rowsOf(golden, `公开${number}表`, label, figures);
    this.revenue01 = rows("01", 1, [3]);
    this.spent01 = rows("01", 4, [6]);
    this.revenue04 = rows("04", 1, [3]);
    this.spent04 = rows("04", 4, [6, 7, 8, 9]);
    this.t02 = rows("02", 1, [3, 4, 5, 6, 7, 8, 9]);
    this.t03 = rows("03", 1, [3, 4, 5, 6, 7, 8]);
    this.t05 = rows("05", 1, [3, 4, 5]);
    this.t06 = [1, 4, 7].flatMap((column) => rows("06", column, [column + 2]));
    this.t08 = rows("08", 1, [3, 4, 5, 6, 7, 8]);
    this.t09 = rows("09", 1, [3, 4, 5]);
    this.checkSummary();
    this.checkTrees();
    this.checkFiscalSummary();
    this.checkBasicAndThreePublic();
    this.checkSummaryAgainstOthers();
    this.checkFiscalAgainstOthers();
    this.checkEmptyTables();
  }

  private equal(id: string, left: Decimal | undefined, right: Decimal | undefined): void {
    const [one, other] = [left ?? ZERO, right ?? ZERO];
    if (!one.equals(other)) this.broken.push(`${id}: ${one.toFixed(2)} ≠ ${other.toFixed(2)}`);
  }

  private atMost(id: string, left: Decimal | undefined, right: Decimal | undefined): void {
    const [one, other] = [left ?? ZERO, right ?? ZERO];
    if (one.greaterThan(other)) this.broken.push(`${id}: ${one.toFixed(2)} > ${other.toFixed(2)}`);
  }

  private checkSummary(): void {
    const left = (label: string) => find(this.revenue01, label)[0] ?? ZERO;
    const right = (label: string) => find(this.spent01, label)[0] ?? ZERO;
    const classes = (rows: LabelledRow[]) => sum(classRows(rows).flatMap(({ figures }) => figures));
    this.equal("01-1", left("本年收入合计"), classes(this.revenue01));
    this.equal("01-2", right("本年支出合计"), classes(this.spent01));
    const sources = ["本年收入合计", "使用非财政拨款结余", "年初结转和结余"];
    this.equal("01-3", left("总计"), sum(sources.map(left)));
    const uses = ["本年支出合计", "结余分配", "年末结转和结余"];
    this.equal("01-4", right("总计"), sum(uses.map(right)));
    this.equal("01-5", left("总计"), right("总计"));
  }

  private checkTrees(): void {
    const trees = {
      "02": this.t02,
      "03": this.t03,
      "05": this.t05,
      "08": this.t08,
      "09": this.t09,
    };
    for (const [number, rows] of Object.entries(trees)) {
      for (const { label, figures } of rows.filter((row) =>
        /^(?:合计|[0-9]{3,7})$/u.test(row.label),
      )) {
        this.checkTreeRow(`${number}-1 ${label}`, number, figures);
        this.checkChildren(`${number}-2 ${label}`, label, figures, rows);
      }
    }
  }

  private checkTreeRow(id: string, number: string, figures: Figures): void {
    // The rows of column numbers have neither a code nor 合计.
    if (number !== "08") {
      this.equal(id, figures[0], sum(figures.slice(1)));
      return;
    }
    const [opening = ZERO, revenue = ZERO, spent = ZERO, basic, project, closing] = figures;
    this.equal(id, spent, (basic ?? ZERO).plus(project ?? ZERO));
    this.equal(id, closing, opening.plus(revenue).minus(spent));
  }

  private checkChildren(id: string, label: string, own: Figures, rows: LabelledRow[]): void {
    if (label.length === 7) return;
    const children = label === "合计" ? codeRows(rows, 3) : codeRows(rows, label.length + 2, label);
    for (const [column, figure] of own.entries()) {
      this.equal(id, figure, sum(children.map(({ figures }) => figures[column] ?? ZERO)));
    }
  }

  private checkFiscalSummary(): void {
    const left = (label: string) => find(this.revenue04, label)[0] ?? ZERO;
    const right = (label: string) => find(this.spent04, label);
    const revenues = classRows(this.revenue04).map(({ figures }) => figures[0] ?? ZERO);
    const openings = this.openings04();
    this.equal("04-1", left("本年收入合计"), sum(revenues));
    this.equal("04-1", left("年初财政拨款结转和结余"), sum(openings));
    const [spent, closing, grand] = [
      right("本年支出合计"),
      right("年末财政拨款结转和结余"),
      right("总计"),
    ];
    for (const { label, figures } of [
      ...classRows(this.spent04),
      { label: "本年支出合计", figures: spent },
      { label: "年末财政拨款结转和结余", figures: closing },
    ]) {
      this.equal(`04-2 ${label}`, figures[0], sum(figures.slice(1)));
    }
    for (const column of [0, 1, 2, 3]) {
      const classes = classRows(this.spent04).map(({ figures }) => figures[column] ?? ZERO);
      this.equal("04-2", spent[column], sum(classes));
      this.equal("04-3", grand[column], spent[column]?.plus(closing[column] ?? ZERO));
    }
    for (const fund of REVENUE_FUNDS) {
      this.equal("04-3", openings[fund]?.plus(revenues[fund] ?? ZERO), grand[fund + 1]);
    }
    this.equal("04-3", left("总计"), sum([...revenues, ...openings]));
    this.equal("04-3", left("总计"), grand[0]);
  }

  /** Without an ordinal the funds' names are the "of which" of 年初. */
  private openings04(): Figures {
    return ["一般公共", "政府性基金", "国有资本经营"].map(
      (fund) => find(this.revenue04, `${fund}预算财政拨款`)[0] ?? ZERO,
    );
  }

  private checkBasicAndThreePublic(): void {
    const economic = (code: string) => find(this.t06, code)[0] ?? ZERO;
    for (const { label, figures } of codeRows(this.t06, 3)) {
      const sections = codeRows(this.t06, 5, label).flatMap((row) => row.figures);
      this.equal(`06-1 ${label}`, figures[0], sum(sections));
    }
    const personnel = find(this.t06, "人员经费合计")[0] ?? ZERO;
    const totals = sheetOf(this.golden, "公开06表").rows.find((row) => row[0] === "人员经费合计");
    const others = amount(totals?.[8]);
    this.equal("06-2", personnel, sum(["301", "303"].map(economic)));
    this.equal("06-2", others, sum(["302", "307", "310", "399"].map(economic)));
    this.equal("X7", find(this.t05, "合计")[1], personnel.plus(others));

    const cells = (sheetOf(this.golden, "公开07表").rows[7] ?? []).map(amount);
    const at = (column: number) => cells[column - 1] ?? ZERO;
    for (const first of [1, 7]) {
      this.equal("07-1", at(first), sum([at(first + 1), at(first + 2), at(first + 5)]));
      this.equal("07-1", at(first + 2), at(first + 3).plus(at(first + 4)));
    }
    for (const column of [1, 2, 3, 4, 5, 6]) this.atMost("07-2", at(column + 6), at(column));
    this.atMost("X11", economic("30212"), at(8));
    this.atMost("X11", economic("31013"), at(10));
    this.atMost("X11", economic("30231"), at(11));
    this.atMost("X11", economic("30217"), at(12));
    this.atMost("X12", at(7), find(this.spent04, "本年支出合计")[0]);
  }

  private checkSummaryAgainstOthers(): void {
    const revenues = classRows(this.revenue01).map(({ figures }) => figures[0] ?? ZERO);
    const total02 = find(this.t02, "合计");
    const current04 = find(this.revenue04, "本年收入合计")[0];
    this.equal("X1", find(this.revenue01, "本年收入合计")[0], total02[0]);
    this.equal("X2", find(this.spent01, "本年支出合计")[0], find(this.t03, "合计")[0]);
    this.equal("X3", sum(revenues.slice(0, 3)), total02[1]);
    this.equal("X3", sum(revenues.slice(0, 3)), current04);
    const revenues04 = classRows(this.revenue04);
    for (const fund of REVENUE_FUNDS) {
      this.equal("X3", revenues[fund], revenues04[fund]?.figures[0]);
    }
    for (const [index, figure] of revenues.slice(3).entries()) {
      this.equal("X4", figure, total02[index + 2]);
    }
    this.compareClasses("X5", this.spent01, 0, this.t03, 0);
    const summary = (rows: LabelledRow[], label: string) => find(rows, label)[0];
    this.atMost(
      "X12",
      summary(this.spent04, "本年支出合计"),
      summary(this.spent01, "本年支出合计"),
    );
    this.atMost("X12b", sum(this.openings04()), summary(this.revenue01, "年初结转和结余"));
    const closing04 = summary(this.spent04, "年末财政拨款结转和结余");
    this.atMost("X12b", closing04, summary(this.spent01, "年末结转和结余"));
  }

  private checkFiscalAgainstOthers(): void {
    const spent = find(this.spent04, "本年支出合计");
    const closing = find(this.spent04, "年末财政拨款结转和结余");
    this.equal("X6", spent[1], find(this.t05, "合计")[0]);
    this.compareClasses("X6", this.spent04, 1, this.t05, 0);
    const funds08 = find(this.t08, "合计");
    this.equal("X8", spent[2], funds08[2]);
    this.equal("X8", closing[2], funds08[5]);
    this.equal("X8", classRows(this.revenue04)[1]?.figures[0], funds08[1]);
    this.equal("X8", this.openings04()[1], funds08[0]);
    this.equal("X8", spent[3], find(this.t09, "合计")[0]);
    this.compareClasses("X8", this.spent04, 2, this.t08, 2);
    this.compareClasses("X8", this.spent04, 3, this.t09, 0);
  }

  private checkEmptyTables(): void {
    for (const [number, firstRow] of [
      ["07", 8],
      ["08", 7],
      ["09", 7],
    ] as const) {
      const { rows } = sheetOf(this.golden, `公开${number}表`);
      const filled = (rows[firstRow - 1] ?? []).some((text) => !amount(text).isZero());
      const saysEmpty = rows.some(([text = ""]) => /本单位(?:无|没有)/u.test(text));
      if (filled === saysEmpty) this.broken.push(`X14 ${number}`);
    }
  }

  /** Class rows in print order against the 3-digit rows of a tree; an absent code is nothing. */
  private compareClasses(
    id: string,
    summary: LabelledRow[],
    column: number,
    tree: LabelledRow[],
    treeColumn: number,
  ): void {
    for (const [index, row] of classRows(summary).entries()) {
      const code = CLASS_CODES[index] ?? "";
      this.equal(`${id} ${code}`, row.figures[column], find(tree, code)[treeColumn]);
    }
  }
}

const CLASS_CODES = [
  ...["201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214"],
  ...["215", "216", "217", "219", "220", "221", "222", "223", "224", "229", "231", "232", "234"],
];
