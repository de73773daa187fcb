import { moneyUnit } from "../../../../src/domain/checking/checks/money-unit";
import { typeInto } from "../../../golden/damages";
import { quanbiaoyoushu } from "../../../golden/quanbiaoyoushu";
import { reportsOf } from "./formReports";

test.each(["单位：万元", "金额单位：万元", "单位: 万 元"])("%s is right", (text) => {
  expect(reportsOf(moneyUnit, quanbiaoyoushu, typeInto("公开02表", "I3", text))).toEqual([]);
});

test("tables in 元 are one finding", () => {
  const typed = [typeInto("公开02表", "I3", "单位：元"), typeInto("公开03表", "H3", "单位：元")];
  expect(reportsOf(moneyUnit, quanbiaoyoushu, ...typed)).toEqual([
    {
      explanation:
        "《收入决算表》、《支出决算表》的金额单位印成“元”，应为“万元”。请看数是不是万元：是就改单位，不是就换算。",
      cells: ["公开02表!I3", "公开03表!H3"],
    },
  ]);
});

test("a unit that is not printed is advice", () => {
  expect(reportsOf(moneyUnit, quanbiaoyoushu, typeInto("公开02表", "I3", ""))).toEqual([
    {
      explanation: "《收入决算表》没有印金额单位。请补上“单位：万元”。",
      cells: [],
      level: "advice",
    },
  ]);
});
