import {
  isPlainObject,
  list,
  number,
  object,
  oneOf,
  record,
  text,
  truth,
  type Reader,
} from "./schemaReader";
import type {
  Authority,
  BlockDefinition,
  CheckDefinition,
  ColumnDefinition,
  ComputedCell,
  DocumentPartDefinition,
  EvaluationDefinition,
  InformationDefinition,
  InformationField,
  InformationSection,
  NarrativeDefinition,
  NarrativeVariant,
  PackageSignature,
  ParagraphDefinition,
  PublicationDefinition,
  RelationDefinition,
  RowDefinition,
  SumCode,
  TableDefinition,
  TemplatePackage,
  TextSectionDefinition,
  TreeDefinition,
} from "./templatePackage";

const name = text();
const sentence = text({ most: 2000 });
const formula = text({ most: 4000 });
const paragraph = text({ most: 8000 });
const itemCode = text({ pattern: /^\d{3,7}$/u, patternMessage: "应为三到七位数字编码" });
const relationCode = text({
  pattern: /^K\d{3}$/u,
  patternMessage: "审核公式编号应为 K 加三位数字",
});
const identifier = text({
  pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
  patternMessage: "应为小写英文字母、数字和连字符",
});
const sheetName = text({
  most: 31,
  pattern: /^(?!')[^[\]:*?/\\]+(?<!')$/u,
  patternMessage: "工作表名称不能含有 [ ] : * ? / \\，首尾不能是单引号",
});
const level = oneOf("must-hold", "explain", "advice");

const sumFields = { code: relationCode, id: identifier };
const sumOptions = { level, why: sentence };
const sumCode: Reader<SumCode> = object(sumFields, sumOptions);
const sum = object({ ...sumFields, of: list(name, 1) }, sumOptions);

const column: Reader<ColumnDefinition> = object(
  {
    role: oneOf("label", "lineNumber", "code", "name", "figure", "text", "unit", "hint"),
    heading: list(name, 1, 8),
    width: number(1, 255, false),
  },
  {
    aliases: list(name),
    number: name,
    sum,
    decimals: number(0, 6),
    reasons: list(
      text({ most: 30, pattern: /^[^,"]+$/u, patternMessage: "不能有英文逗号和引号" }),
      1,
      8,
    ),
  },
);

const row: Reader<RowDefinition> = object(
  {},
  {
    label: name,
    code: itemCode,
    line: number(1, 9999),
    of: name,
    groups: list(name),
    sum,
    childSum: sumCode,
    bold: truth,
    labelSpan: number(1, 50),
    unit: name,
    hint: sentence,
    previousYear: formula,
  },
);

const tree: Reader<TreeDefinition> = object(
  {
    classification: oneOf("functional", "economic"),
    spareRows: number(0, 200),
    totalSum: sumCode,
    childSum: sumCode,
  },
  { codesOf: name },
);

const block: Reader<BlockDefinition> = object(
  {
    kind: oneOf("rows", "tree", "record", "list"),
    columns: list(column, 1, 50),
    rows: list(row, 1),
  },
  { name, below: truth, tree },
);

const computedCell: Reader<ComputedCell> = object(
  { target: formula, formula },
  { numberFormat: name },
);

const evaluation: Reader<EvaluationDefinition> = object(
  {
    executionWeight: number(0, 100, false),
    dimensions: list(
      object(
        {
          name,
          weight: number(0, 100, false),
          categories: list(
            object({ name, rows: number(1, 50) }, { counted: truth, lessIsBetter: truth }),
            1,
            20,
          ),
        },
        {},
      ),
      1,
      20,
    ),
    grades: list(object({ from: number(0, 100, false), grade: name }, {}), 1, 20),
    method: object(
      {
        above: oneOf("falling", "inverse"),
        qualities: list(
          object({ from: number(0, 100, false), words: list(name, 1, 20) }, {}),
          0,
          20,
        ),
      },
      {},
    ),
    questions: object(
      {
        weightOver: number(0, 100, false),
        reachedOver: number(100, 10_000, false),
        bestGradeBelow: number(0, 100, false),
      },
      {},
    ),
  },
  {
    goals: name,
    project: object(
      {
        heading: name,
        rows: list(list(object({ label: name }, { amount: truth }), 1, 2), 1, 10),
      },
      {},
    ),
  },
);

const informationField: Reader<InformationField> = object(
  { label: name },
  { room: number(1, 20), formula },
);

const informationSection: Reader<InformationSection> = object(
  {},
  {
    fields: list(list(informationField, 1, 2), 1, 20),
    block: number(0, 9),
    grid: object(
      {
        columns: list(object({ heading: name, span: number(1, 20) }, {}), 1, 10),
        rows: list(list(text(), 0, 10), 1, 50),
      },
      {},
    ),
  },
);

const information: Reader<InformationDefinition> = object(
  {
    widths: list(number(1, 100, false), 1, 30),
    parts: list(object({ title: name, sections: list(informationSection, 1, 20) }, {}), 1, 20),
  },
  {
    grade: object(
      {
        score: name,
        grade: name,
        best: name,
        below: number(0, 100, false),
        income: name,
        spent: name,
      },
      {},
    ),
  },
);

const table: Reader<TableDefinition> = object(
  {
    key: text({
      pattern: /^[a-z][A-Za-z0-9]*$/u,
      patternMessage: "应为英文字母和数字，首字母小写",
    }),
    role: oneOf("disclosure", "supplement", "evaluation", "information"),
    title: name,
    sheetName,
    orientation: oneOf("portrait", "landscape"),
    required: truth,
    notes: list(sentence, 0, 50),
    blocks: list(block, 1, 10),
  },
  {
    titleAliases: list(name, 0, 50),
    number: name,
    emptyNote: sentence,
    computed: list(computedCell),
    evaluation,
    information,
  },
);

const authority: Reader<Authority> = object(
  { kind: oneOf("house", "document") },
  { document: sentence, clause: sentence },
);

const reasons = list(name, 1, 20);

const relation: Reader<RelationDefinition> = object(
  { code: relationCode, id: identifier, level, formula, why: sentence, authority },
  { when: formula, allowed: formula, reasons },
);

const check: Reader<CheckDefinition> = object(
  { code: relationCode, id: identifier, level },
  { reasons },
);

const paragraphObject: Reader<ParagraphDefinition> = object(
  { text: paragraph },
  { each: formula, when: formula, otherwise: paragraph },
);
const anyParagraph: Reader<string | ParagraphDefinition> = (value, path, problems) =>
  isPlainObject(value) ? paragraphObject(value, path, problems) : paragraph(value, path, problems);

const narrative: Reader<NarrativeDefinition> = object(
  {
    sheetName,
    title: name,
    sections: list(
      object({ number: name, title: name, paragraphs: list(anyParagraph, 0, 200) }, {}),
      0,
      100,
    ),
  },
  { reasonThreshold: number(0, 100, false) },
);

const textSection: Reader<TextSectionDefinition> = object(
  { title: name, paragraphs: list(paragraph, 0, 200) },
  {},
);

const documentPart: Reader<DocumentPartDefinition> = object(
  { kind: oneOf("texts", "tables", "narrative", "terms", "forms"), heading: name },
  {
    sections: list(textSection, 0, 100),
    terms: list(object({ term: name, text: sentence }, { also: list(name) }), 0, 500),
    reports: list(identifier, 0, 20),
  },
);

const publication: Reader<PublicationDefinition> = object(
  {
    title: name,
    parts: list(documentPart, 1, 20),
    reports: list(
      object({ id: identifier, title: name, sections: list(textSection, 1, 100) }, {}),
      0,
      20,
    ),
  },
  {},
);

const narrativeVariant: Reader<NarrativeVariant> = object(
  {
    id: identifier,
    title: name,
    sections: list(
      object(
        {
          number: name,
          title: name,
          parts: list(object({ from: name }, { heading: name }), 1, 20),
        },
        {},
      ),
      1,
      100,
    ),
  },
  { unverified: sentence },
);

const day = text({ pattern: /^\d{4}-\d{2}-\d{2}$/u, patternMessage: "日期应为 2026-01-01 的样子" });

const signature: Reader<PackageSignature> = object(
  {
    algorithm: oneOf("Ed25519"),
    publicKey: text({ pattern: /^-----BEGIN PUBLIC KEY-----\n/u, patternMessage: "应为公钥" }),
    value: text({ pattern: /^[A-Za-z0-9+/]{86}==$/u, patternMessage: "应为 Ed25519 签名" }),
  },
  {},
);

const codeNames = record(/^\d{3,7}$/u, "应为三到七位数字编码", name);

export const templatePackage: Reader<TemplatePackage> = object(
  {
    format: oneOf(1),
    id: identifier,
    version: text({ pattern: /^\d+\.\d+\.\d+$/u, patternMessage: "版本号应为 1.0.0 的样子" }),
    title: name,
    issuer: name,
    year: number(1990, 2100),
    moneyUnit: oneOf("万元", "元"),
    decimals: number(0, 6),
    percentDecimals: number(0, 6),
    synonyms: list(list(name, 2, 50)),
    codes: object({ functional: codeNames, economic: codeNames }, {}),
    tables: list(table, 1, 100),
    relations: list(relation, 0, 5000),
    checks: list(check),
    narrative,
  },
  {
    valid: object({}, { from: day, until: day }),
    signature,
    narratives: list(narrativeVariant),
    publication,
    forms: list(object({ table, relations: list(relation) }, {}), 0, 20),
  },
);
