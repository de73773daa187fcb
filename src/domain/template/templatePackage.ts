/** The shape of a template package (JSON). Read it with `readTemplate`, which checks and resolves it. */
export interface TemplatePackage {
  /** Raised when an older reader would misread the package; a newer one than ours is refused. */
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly issuer: string;
  /** The year of the accounts. {年度} in texts. */
  readonly year: number;
  readonly moneyUnit: "万元" | "元";
  /** Printed decimals of amounts and of percentages. */
  readonly decimals: number;
  readonly percentDecimals: number;
  /** Outside these days, inclusive, the package is not to be used: 2026-01-01. */
  readonly valid?: { readonly from?: string; readonly until?: string };
  readonly signature?: PackageSignature;
  /** Labels of one group mean the same, the first is the one we print. */
  readonly synonyms: readonly (readonly string[])[];
  /** Code → name. Lists help to fill in names, they never reject a code. */
  readonly codes: {
    readonly functional: Readonly<Record<string, string>>;
    readonly economic: Readonly<Record<string, string>>;
  };
  readonly tables: readonly TableDefinition[];
  readonly forms?: readonly OptionalForm[];
  readonly relations: readonly RelationDefinition[];
  /** The checks in code that this edition uses, by id. */
  readonly checks: readonly CheckDefinition[];
  readonly narrative: NarrativeDefinition;
  /** The document that goes on the website; without it: the tables, the 情况说明 and the forms. */
  readonly publication?: PublicationDefinition;
  /** The same sentences in the order and under the titles of other editions. */
  readonly narratives?: readonly NarrativeVariant[];
}

/** Over the canonical JSON of the whole package, this without its value. */
export interface PackageSignature {
  readonly algorithm: "Ed25519";
  /** PEM. */
  readonly publicKey: string;
  /** Base64. */
  readonly value: string;
}

export type FindingLevel = "must-hold" | "explain" | "advice";
export type FindingKind = "figures" | "form" | "text";

/**
 * disclosure: one of the published tables · supplement: 补充资料, asked for once ·
 * evaluation: 绩效自评表 · information: 绩效评价基本信息表, figures between texts.
 */
export type TableRole = "disclosure" | "supplement" | "evaluation" | "information";

export interface TableDefinition {
  readonly key: string;
  readonly role: TableRole;
  readonly title: string;
  /** Other titles under which this table is published. */
  readonly titleAliases?: readonly string[];
  /** Printed at the right above the table: 公开01表. */
  readonly number?: string;
  readonly sheetName: string;
  readonly orientation: "portrait" | "landscape";
  /** A missing required table is a finding. */
  readonly required: boolean;
  /** May stand in the set without any figure, if it says so in `emptyNote`. */
  readonly emptyNote?: string;
  /** Texts below the table, one a line. */
  readonly notes: readonly string[];
  /** Side by side, left to right; one below the other when a block says `below`. */
  readonly blocks: readonly BlockDefinition[];
  /** Cells whose value follows from others: scores, grades, rates. */
  readonly computed?: readonly ComputedCell[];
  /** 自评表 only. */
  readonly evaluation?: EvaluationDefinition;
  /** 基本信息表 only. */
  readonly information?: InformationDefinition;
}

/** A form that not every unit publishes: it stands in a set when it is asked for. */
export interface OptionalForm {
  readonly table: TableDefinition;
  /** Judged where the form stands. */
  readonly relations: readonly RelationDefinition[];
}

/** Between the blocks of figures stand texts, in columns that all parts share. */
export interface InformationDefinition {
  readonly widths: readonly number[];
  readonly parts: readonly InformationPart[];
  /** Where the form has a grade. */
  readonly grade?: GradeQuestion;
}

export interface InformationPart {
  readonly title: string;
  readonly sections: readonly InformationSection[];
}

/** One of the three. */
export interface InformationSection {
  /** Labels with their answers, one or two a line. */
  readonly fields?: readonly (readonly InformationField[])[];
  /** Figures: a block by its place among the table's. */
  readonly block?: number;
  /** Lines that people fill in. */
  readonly grid?: InformationGrid;
}

export interface InformationGrid {
  readonly columns: readonly { readonly heading: string; readonly span: number }[];
  /** What is printed, from the left; equal neighbours of the first column are one. */
  readonly rows: readonly (readonly string[])[];
}

export interface InformationField {
  readonly label: string;
  /** Lines that the answer has room for. */
  readonly room?: number;
  /** Where the set says it already: `补充资料[部门职责, 数值]`. */
  readonly formula?: string;
}

export interface GradeQuestion {
  /** Labels of 综合得分 and 评价等次. */
  readonly score: string;
  readonly grade: string;
  /** The best grade at an execution rate below so many % is asked about. */
  readonly best: string;
  readonly below: number;
  /** The columns of the year's income and expenditure, whose quotient is the execution rate. */
  readonly income: string;
  readonly spent: string;
}

export interface ComputedCell {
  /** As in a reference: `整体支出绩效自评表[合计, 执行率]`. */
  readonly target: string;
  readonly formula: string;
  /** Excel number format, when not that of the column. */
  readonly numberFormat?: string;
}

/**
 * rows: the printed rows are fixed · tree: 合计, then a tree of codes that differs from unit to unit ·
 * record: one row of figures without a label (公开07表) · list: rows that people add, above a fixed last row
 * (the indicators of 自评表, above 总分).
 */
export type BlockKind = "rows" | "tree" | "record" | "list";

export interface BlockDefinition {
  /**
   * 收入 / 支出, when a table has two halves. First part of every path inside, and printed as the heading above
   * all columns of the block.
   */
  readonly name?: string;
  /** Stands below the block before it, not at its right. */
  readonly below?: boolean;
  readonly kind: BlockKind;
  readonly columns: readonly ColumnDefinition[];
  /** rows: every printed row in order; tree: the 合计 row alone; record: one empty row; list: the fixed last row. */
  readonly rows: readonly RowDefinition[];
  readonly tree?: TreeDefinition;
}

export interface TreeDefinition {
  readonly classification: "functional" | "economic";
  /** Empty code rows laid out below the codes (or instead of them). */
  readonly spareRows: number;
  /** Laid out for the codes that this table of the set lists, and for those that have an answer: 分项补充资料. */
  readonly codesOf?: string;
  /** 合计 = Σ 类, and 类 = Σ 款, 款 = Σ 项. */
  readonly totalSum: SumCode;
  readonly childSum: SumCode;
}

/** The numbers under which derived relations are quoted. */
export interface SumCode {
  readonly code: string;
  readonly id: string;
  readonly level?: FindingLevel;
  readonly why?: string;
}

/** unit and hint print what the row says (补充资料); text is for people to fill in. */
export type ColumnRole =
  "label" | "lineNumber" | "code" | "name" | "figure" | "text" | "unit" | "hint";

export interface ColumnDefinition {
  readonly role: ColumnRole;
  /**
   * The heading path, outermost first; equal neighbours are merged, short paths reach down to the last
   * heading row. The last part (with as many before it as needed) is how formulas name the column.
   */
  readonly heading: readonly string[];
  /** What others print instead of the last heading, where it is no synonym everywhere: 合计 for 小计 in 05. */
  readonly aliases?: readonly string[];
  /** 栏次 as printed. Figure columns only; the word 栏次 stands in the label or code column. */
  readonly number?: string;
  /** Characters. */
  readonly width: number;
  /** Row by row this column adds up others of the same block: names, with "-" for those taken away. */
  readonly sum?: SumCode & { readonly of: readonly string[] };
  /** text: ready answers, offered while somebody types. */
  readonly reasons?: readonly string[];
  /** Decimals when not those of the package (counts have 0). */
  readonly decimals?: number;
}

export interface RowDefinition {
  /** As printed, with its ordinal (一、). Blank rows have none. */
  readonly label?: string;
  /** 3 digits for the class rows of 01 and 04, economic codes in 06; printed where the block has a code column. */
  readonly code?: string;
  /** 行次 as printed. */
  readonly line?: number;
  /** Label of the row that this one is an "of which" of. */
  readonly of?: string;
  /** Groups that this row belongs to; formulas sum them by name. */
  readonly groups?: readonly string[];
  /**
   * What the figures of this row add up: labels, #codes or groups of the same table, with "-" for those taken away.
   * A label of the own block goes before the same one of another; a group has its rows in any block.
   */
  readonly sum?: SumCode & { readonly of: readonly string[] };
  /** 06: adds up the rows whose code begins with this row's code. */
  readonly childSum?: SumCode;
  readonly bold?: boolean;
  /**
   * The label is merged over that many columns, of which the last one stands before the first figure; it may begin
   * in the block at the left, whose rows then end earlier (06: 公用经费合计).
   */
  readonly labelSpan?: number;
  /** 补充资料: the unit of the figure; 文字 when the answer is a text. */
  readonly unit?: string;
  /** A text shown as a hint in 补充资料: who gives it, what is meant. */
  readonly hint?: string;
  /**
   * 补充资料: where last year's published tables have this figure, as a formula about a set of that year
   * (`收入支出决算总表[支出/总计, 决算数]`, without 上年·). The unit is 元 or 万元.
   */
  readonly previousYear?: string;
}

export interface Authority {
  /** house: a relation of ours; document: one that somebody has read, with its clause. */
  readonly kind: "house" | "document";
  readonly document?: string;
  readonly clause?: string;
}

export interface RelationDefinition {
  readonly code: string;
  readonly id: string;
  readonly level: FindingLevel;
  readonly formula: string;
  /** Applies only while this holds. */
  readonly when?: string;
  /** The difference allowed, where × ÷ ROUND make the proof of printed figures impossible. */
  readonly allowed?: string;
  readonly why: string;
  readonly authority: Authority;
  /** 现成的审核说明, offered where it does not hold. */
  readonly reasons?: readonly string[];
}

export interface CheckDefinition {
  readonly code: string;
  /** File name of the check in code. */
  readonly id: string;
  readonly level: FindingLevel;
  /** As of a relation. */
  readonly reasons?: readonly string[];
}

export interface EvaluationDefinition {
  /** Points of 预算执行率. */
  readonly executionWeight: number;
  readonly dimensions: readonly EvaluationDimension[];
  /** Highest first; `from` is inclusive. */
  readonly grades: readonly { readonly from: number; readonly grade: string }[];
  /** The row of 补充资料 that says the same as 预期目标. */
  readonly goals?: string;
  /** 项目支出自评表: one for each project of the unit, laid out for those that are named. */
  readonly project?: ProjectDefinition;
  readonly method: ScoringMethod;
  readonly questions: ScoringQuestions;
}

/** What the form of a project says above its funds, each label with its answer at the right. */
export interface ProjectDefinition {
  /** 项目支出名称: beside the rows with several labels. */
  readonly heading: string;
  /** Line by line; the first label is that of the project's name. */
  readonly rows: readonly (readonly ProjectField[])[];
}

export interface ProjectField {
  readonly label: string;
  /** An amount, in the unit that the label names. */
  readonly amount?: boolean;
}

/** How the points of an indicator follow from its figures. */
export interface ScoringMethod {
  /** Above a target of ≤: falling: the points sink as the excess grows, none at its double; inverse: target ÷ actual. */
  readonly above: "falling" | "inverse";
  /** What is written of a quality that cannot be counted: 达成, 部分达成, 未达成; highest first. */
  readonly qualities: readonly QualityBand[];
}

/** The points of such a quality: from this part of the weight, in %, up to where the band above begins. */
export interface QualityBand {
  readonly from: number;
  readonly words: readonly string[];
}

/** From where on a score is asked about. */
export interface ScoringQuestions {
  /** Of one indicator, in points. */
  readonly weightOver: number;
  /** What was reached of a target, in %, without a word of why. */
  readonly reachedOver: number;
  /** The best grade at an execution rate, in %. */
  readonly bestGradeBelow: number;
}

export interface EvaluationDimension {
  /** 产出指标 */
  readonly name: string;
  readonly weight: number;
  readonly categories: readonly EvaluationCategory[];
}

export interface EvaluationCategory {
  /** 数量指标 */
  readonly name: string;
  /** Indicator rows laid out. */
  readonly rows: number;
  /** Its targets are numbers. */
  readonly counted?: boolean;
  /** A target without a sign is a bound that should not be passed. */
  readonly lessIsBetter?: boolean;
}

export interface NarrativeDefinition {
  readonly sheetName: string;
  readonly title: string;
  /** Percent of 年初预算数 up to which nobody asks why 决算数 is another: 差异起点 in the texts. */
  readonly reasonThreshold?: number;
  /** Of the edition that it is told in: what of it nobody has read in a document. */
  readonly unverified?: string;
  readonly sections: readonly NarrativeSectionDefinition[];
}

export interface NarrativeVariant {
  readonly id: string;
  readonly title: string;
  /** What of it nobody has read in a document: 未经核实：…. */
  readonly unverified?: string;
  readonly sections: readonly VariantSection[];
}

export interface VariantSection {
  readonly number: string;
  readonly title: string;
  /** Sections of `narrative` by their number, each under a heading of its own where there are several. */
  readonly parts: readonly { readonly heading?: string; readonly from: string }[];
}

export interface NarrativeSectionDefinition {
  readonly number: string;
  readonly title: string;
  /** Texts with {expressions}; see docs/公式语言.md. */
  readonly paragraphs: readonly (string | ParagraphDefinition)[];
}

export interface ParagraphDefinition {
  readonly text: string;
  /** Once for each code: 05表[每项, 小计], several joined by +; the text's 每项 then mean that code. */
  readonly each?: string;
  /** Written only while this holds. */
  readonly when?: string;
  /** Written while it does not; no paragraph where left out. */
  readonly otherwise?: string;
}

/** {年度} stands for the year in every heading and title. */
export interface PublicationDefinition {
  readonly title: string;
  /** In the order in which they are printed, after cover and contents. */
  readonly parts: readonly DocumentPartDefinition[];
  readonly reports: readonly ReportDefinition[];
}

/** texts: sections of its own · terms: those of `terms` that occur in the document · forms: 自评表. */
export interface DocumentPartDefinition {
  readonly kind: "texts" | "tables" | "narrative" | "terms" | "forms";
  readonly heading: string;
  readonly sections?: readonly TextSectionDefinition[];
  readonly terms?: readonly TermDefinition[];
  /** Of forms: report outlines that follow them, by id. */
  readonly reports?: readonly string[];
}

export interface TextSectionDefinition {
  readonly title: string;
  /** As those of the narrative; 【请填写：…】 is a prompt for whoever writes on. */
  readonly paragraphs: readonly string[];
}

export interface TermDefinition {
  readonly term: string;
  /** Other words that show that the term occurs. */
  readonly also?: readonly string[];
  readonly text: string;
}

/** 绩效评价报告, 自评报告: an outline with the figures in it. */
export interface ReportDefinition {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly TextSectionDefinition[];
}
