import { normaliseLabel } from "../../template/labels";
import { disclosedTables } from "./figureCells";
import type { FormCheck, FormReport } from "./formCheck";
import { listed, titled } from "./formWords";

export const moneyUnit: FormCheck = {
  meta: {
    id: "money-unit",
    kind: "form",
    title: "金额单位",
    why: "各表金额单位由这一版规定，单位错了数就差一万倍",
  },
  check(disclosure) {
    const wanted = disclosure.structure.definition.moneyUnit;
    const tables = disclosedTables(disclosure).map(({ table }) => ({
      name: titled(table),
      printed: disclosure.texts.get(table.key)?.moneyUnit,
    }));
    const units = new Map<string, typeof tables>();
    for (const each of tables) {
      const unit = each.printed ? normaliseLabel(each.printed.text) : "";
      units.set(unit, [...(units.get(unit) ?? []), each]);
    }
    return [...units].flatMap(([unit, own]): FormReport[] => {
      if (unit === wanted) return [];
      const names = listed(
        own.map(({ name }) => name),
        "张表",
      );
      if (unit === "") {
        return [
          {
            explanation: `${names}没有印金额单位。请补上“单位：${wanted}”。`,
            cells: [],
            level: "advice",
          },
        ];
      }
      return [
        {
          explanation: `${names}的金额单位印成“${unit}”，应为“${wanted}”。请看数是不是${wanted}：是就改单位，不是就换算。`,
          cells: own.flatMap(({ printed }) => printed?.cell ?? []),
        },
      ];
    });
  },
};
