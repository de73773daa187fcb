import type { CheckReport } from "../checking/checkDisclosure";
import type { Disclosure } from "../disclosure/disclosure";
import { formatAddress, type CellAddress } from "../workbook/cellAddress";
import type { WorkbookExtras } from "../workbook/workbookExtras";

export const TOPICS = {
  "hidden-sheets": "隐藏的工作表",
  "working-sheets": "工作用的表",
  "hidden-lines": "隐藏的行和列",
  comments: "批注",
  links: "外部链接",
  properties: "作者和单位信息",
  phones: "电话号码",
  "identity-numbers": "身份证号",
  "bank-accounts": "银行账号",
  mails: "电子邮箱",
  leftovers: "没有填完的字句",
  "other-years": "年度",
  gaps: "缺数的地方",
  "error-values": "错误值",
  "must-fix": "必须改的问题",
  timeliness: "及时性",
  completeness: "完整性",
  truth: "真实性",
  detail: "细化程度",
  manner: "公开形式",
} as const;

export type Topic = keyof typeof TOPICS;

/**
 * failed: to be removed or mended · confirm: may stand if the person says so · unchecked: nobody looked, `what` says
 * why · passed
 */
export type ReadinessState = "failed" | "confirm" | "unchecked" | "passed";

export interface ReadinessLine {
  readonly topic: Topic;
  readonly state: ReadinessState;
  /** Chinese: what is there and what to do, or why nobody looked. */
  readonly what: string;
  readonly cells: readonly CellAddress[];
}

export interface ReadinessInput {
  readonly disclosure: Disclosure;
  readonly report: CheckReport;
  readonly extras: WorkbookExtras;
  /** As the person says it; else the workbook's own. */
  readonly year?: number;
}

export function line(
  topic: Topic,
  state: ReadinessState,
  what: string,
  cells: readonly CellAddress[] = [],
): ReadinessLine {
  const places = new Map(cells.map((cell) => [formatAddress(cell), cell]));
  return { topic, state, what, cells: [...places.values()] };
}

const SHOWN = 3;

/** 甲、乙、丙等 5 处 */
export function named(items: readonly string[], counter: string): string {
  const different = [...new Set(items)];
  const shown = different.slice(0, SHOWN).join("、");
  return different.length > SHOWN ? `${shown}等 ${String(different.length)} ${counter}` : shown;
}
