import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { planOf, sheetPlan } from "../../contract/plans";
import { layOutGolden, shippedTemplate } from "../../support/native";

export const template = shippedTemplate("hunan-2020");
/** The whole 湖南 2020 set with figures in every table. */
export const fullSet = layOutGolden(quanbiaoyoushu, template);
/** What a person has open before. */
export const ownWorkbook = planOf(
  sheetPlan("我的表", { A1: "我写的", B2: 12.5, B3: { formula: "B2*2", value: 25 } }),
);
