const NAMED =
  /(?:部\s*门(?:\s*名\s*称)?|单\s*位\s*名\s*称|(?:编\s*制|填\s*报|公\s*开|预\s*算)\s*(?:单\s*位|部\s*门))\s*[:：]\s*(.*)$/u;
/** In forms the word fills a cell of its own and has no colon. */
const NAME_CELL = /^(?:部门|单位|部门[(（]单位[)）]|填报单位)名称$/u;
const MONEY_UNIT =
  /(?:金\s*额\s*)?单\s*位\s*[:：]\s*(?:人民币)?\s*((?:百万|千万|[万亿千百])?\s*元(?:\s*[/／、，,或和]\s*[百千万亿]*\s*元)*)/u;
const UNIT_ALONE = /^\s*单\s*位\s*[:：]\s*(.+)$/u;
const UNIT_LIKE =
  /(?:局|委|办|室|厅|部|院|校|学|园|中心|站|所|处|队|会|社|馆|台|团|府|街道|公司|厂|场|区|组|联|单位|部门|本级)(?:[(（].*[)）])?$/u;

export interface TextInRow {
  readonly text: string;
  readonly column: number;
}

export interface TextWithNext extends TextInRow {
  /** The next text in the same row. */
  readonly next: TextInRow | undefined;
}

/** 部门：某某局　　单位：万元 may stand in one cell, or the name in the cell after 部门：. */
export function unitNameIn({ text, column, next }: TextWithNext): TextInRow | undefined {
  if (NAME_CELL.test(text.replace(/\s/gu, ""))) return next;
  const named = NAMED.exec(text) ?? (MONEY_UNIT.test(text) ? null : UNIT_ALONE.exec(text));
  if (!named) return undefined;
  const [name = ""] = (named[1] ?? "").split(/\s{2,}|(?:金\s*额\s*)?单\s*位\s*[:：]/u);
  return name.trim() === "" ? next : { text: name, column };
}

export function moneyUnitIn(text: string): string | undefined {
  return MONEY_UNIT.exec(text)?.[1];
}

export function statesUnit(text: string): boolean {
  return MONEY_UNIT.test(text) || NAMED.test(text);
}

export function looksLikeUnit(name: string): boolean {
  return UNIT_LIKE.test(name);
}
