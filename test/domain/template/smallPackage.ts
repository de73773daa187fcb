import type { TemplatePackage } from "../../../src/domain/template/templatePackage";

/** Two halves, a tree and a record: the least that has every kind of name. */
export const smallPackage: TemplatePackage = {
  format: 1,
  id: "small",
  version: "1.0.0",
  title: "两张表",
  issuer: "示例",
  year: 2020,
  moneyUnit: "万元",
  decimals: 2,
  percentDecimals: 1,
  synonyms: [["决算数", "金额"]],
  codes: { functional: { "201": "一般公共服务支出" }, economic: {} },
  tables: [
    {
      key: "summary",
      role: "disclosure",
      title: "收支总表",
      titleAliases: ["收支决算总表"],
      number: "公开01表",
      sheetName: "收支总表",
      orientation: "portrait",
      required: true,
      notes: ["注：示例。"],
      blocks: [
        {
          name: "收入",
          kind: "rows",
          columns: [
            { role: "label", heading: ["项 目"], width: 30 },
            { role: "lineNumber", heading: ["行次"], width: 6 },
            { role: "figure", heading: ["决算数"], width: 14 },
          ],
          rows: [
            { label: "一、一般公共预算财政拨款", line: 1, groups: ["收入项目"] },
            { label: "二、其他收入", line: 2, groups: ["收入项目"] },
            { line: 3 },
            {
              label: "本年收入合计",
              line: 4,
              sum: { code: "K101", id: "current-revenue", of: ["收入项目"] },
            },
            { label: "年初结转和结余", line: 5 },
            { label: "其中：一般公共预算财政拨款", line: 6, of: "年初结转和结余" },
          ],
        },
        {
          name: "支出",
          kind: "rows",
          columns: [
            { role: "label", heading: ["项 目"], width: 30 },
            { role: "figure", heading: ["决算数"], width: 14 },
          ],
          rows: [
            { label: "一、一般公共服务支出", code: "201" },
            { label: "二、其他支出", code: "229" },
            {
              label: "总计",
              sum: { code: "K102", id: "total", of: ["#201", "其他支出", "-收入/年初结转和结余"] },
            },
          ],
        },
      ],
    },
    {
      key: "expenditure",
      role: "disclosure",
      title: "支出表",
      number: "公开02表",
      sheetName: "支出表",
      orientation: "landscape",
      required: true,
      notes: [],
      blocks: [
        {
          kind: "tree",
          columns: [
            { role: "code", heading: ["项目", "科目编码"], width: 10 },
            { role: "name", heading: ["项目", "科目名称"], width: 30 },
            {
              role: "figure",
              heading: ["本年支出", "小计"],
              number: "1",
              width: 14,
              sum: { code: "K111", id: "row-total", of: ["基本支出", "本年支出/项目支出"] },
            },
            { role: "figure", heading: ["本年支出", "基本支出"], number: "2", width: 14 },
            { role: "figure", heading: ["本年支出", "项目支出"], number: "3", width: 14 },
          ],
          rows: [{ label: "合计" }],
          tree: {
            classification: "functional",
            spareRows: 8,
            totalSum: { code: "K112", id: "total-of-classes" },
            childSum: { code: "K113", id: "parent-of-children" },
          },
        },
        {
          kind: "record",
          below: true,
          columns: [
            { role: "figure", heading: ["预算数", "合计"], width: 14 },
            { role: "figure", heading: ["决算数", "合计"], width: 14 },
          ],
          rows: [{}],
        },
      ],
    },
  ],
  relations: [],
  checks: [],
  narrative: { sheetName: "情况说明", title: "情况说明", sections: [] },
};
