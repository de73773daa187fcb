import { parsePosition } from "../../src/domain/workbook/cellAddress";
import { type Golden, loadGolden, textAt } from "../support/goldenText";

const SHEETS = [
  "封面",
  "公开01表",
  "公开02表",
  "公开03表",
  "公开04表",
  "公开05表",
  "公开06表",
  "公开07表",
  "公开08表",
  "公开09表",
  "附件1",
  "补充资料",
  "分项补充资料",
];

/** 株洲石峰区 2020 as published, with its mistakes. Sheets are named by the order of the tables. */
export const seed001: Golden = loadGolden("seed001", SHEETS);

const UNIT = "株洲市石峰区清水塘企业事务中心";
const FULL_NAME = "株洲市石峰区清水塘关停企业事务中心";

/** Sheet, cell, as published, corrected. The order of 行次, the cut labels and the 尾差 of 302 stay. */
const CORRECTIONS: readonly (readonly [string, string, string, string])[] = [
  ["公开01表", "F13", "103.82", "0.00"],
  ["公开07表", "L2", "公开 03 表", "公开 07 表"],
  ["公开08表", "H2", "公开 03 表", "公开 08 表"],
  ...SHEETS.filter((sheet) => sheet.startsWith("公开")).map((sheet) => {
    const label = sheet === "公开01表" ? "部门:" : "部门：";
    return [sheet, "A3", `${label}${UNIT}`, `${label}${FULL_NAME}`] as const;
  }),
];

export const seed001Corrected: Golden = {
  name: "seed001Corrected",
  sheets: seed001.sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => [...row]);
    for (const [name, address, published, corrected] of CORRECTIONS) {
      if (name !== sheet.name) continue;
      const at = parsePosition(address);
      if (!at || textAt(sheet, at.row, at.column) !== published) {
        throw new Error(`${name}!${address} is not ${published}`);
      }
      rows[at.row - 1]![at.column - 1] = corrected;
    }
    return { ...sheet, rows };
  }),
};
