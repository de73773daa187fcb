import type { Decimal } from "decimal.js";
import type { FormText } from "../disclosure/disclosure";
import type { CellAddress } from "../workbook/cellAddress";
import type { CellValue } from "../workbook/workbookSnapshot";

/** One row of 绩效指标. Its 分值 and 得分 are figures and asked for by `rowId`. */
export interface Indicator {
  /** As in `PlacedRow.id`. */
  readonly rowId: string;
  /** 一级指标 without its points, carried down from where it is printed. */
  readonly dimension: string;
  /** The points printed behind it: 产出指标（50 分）. */
  readonly dimensionWeight?: Decimal;
  /** 二级指标, carried down likewise. */
  readonly category: string;
  /** 三级指标; empty in a row that waits to be filled in. */
  readonly name: string;
  readonly targetValue: CellValue;
  readonly actualValue: CellValue;
  readonly deviationReason: string;
  /** Where its texts stand, or belong. */
  readonly places?: Readonly<Record<"target" | "actual" | "reason", CellAddress>>;
}

/** What stands beside a label above the funds of a project's form. */
export interface FieldAnswer {
  readonly label: string;
  readonly isAmount: boolean;
  /** null: nothing is filled in. */
  readonly value: CellValue;
  /** Where it stands, or belongs. */
  readonly cell: CellAddress;
}

/** What a 自评表 says besides its figures. */
export interface EvaluationForm {
  readonly unitName?: FormText;
  readonly expectedGoals?: FormText;
  readonly actualGoals?: FormText;
  readonly indicators: readonly Indicator[];
  /** Of a project's form, in its order; a label that the form lacks has none. The first one names the project. */
  readonly fields: readonly FieldAnswer[];
  /** 优, without 等级：. */
  readonly grade?: FormText;
}
