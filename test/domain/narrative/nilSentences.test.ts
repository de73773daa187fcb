import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { narrate } from "../../../src/domain/narrative/narrate";
import type { WorkbookSnapshot } from "../../../src/domain/workbook/workbookSnapshot";
import { typeInto, type Damage } from "../../golden/damages";
import { seed001 } from "../../golden/seed001";
import { snapshotOf } from "../../support/goldenWorkbook";
import { template } from "../evaluation/seedForm";

const paragraphs = (snapshot: WorkbookSnapshot) =>
  narrate(recognise(snapshot, template.structure), template).flatMap((section) => [
    ...section.paragraphs,
  ]);

test("a set that nobody has begun says of nothing that there is none", async () => {
  const plan = layOutWorkbook(template, { unitName: "示例单位", year: 2020 });
  const said = paragraphs(await MemoryWorkbook.fromPlan(plan).read());
  expect(said.filter(({ text }) => /没有|无预算|无支出|持平|0\.00/u.test(text))).toEqual([]);
});

const total03 = (text: string) => typeInto("公开03表", "C7", text);
const total05 = (text: string) => typeInto("公开05表", "C7", text);
const staff = (text: string) => typeInto("公开06表", "C33", text);
const goods = (text: string) => typeInto("公开06表", "I33", text);
const reception = (text: string) => typeInto("公开07表", "L8", text);
const noNote = typeInto("公开07表", "A10", "");
const totalOf07 = (text: string) => typeInto("公开07表", "G8", text);
const [NONE_OF_07, NONE_OF_08] = ["没有“三公”经费财政拨款支出", "没有政府性基金预算财政拨款收支"];

test.each<[what: string, changes: readonly Damage[], key: string, says: string]>([
  ["三公 blank, the set filled", [], "七.9", NONE_OF_07],
  ["三公 blank, the set not", [total03("")], "七.9", "【缺：决算数合计】"],
  ["三公 typed 0, the set not", [total03(""), noNote, totalOf07("0.00")], "七.9", NONE_OF_07],
  ["三公 filled, the set with a text", [total03("约179"), totalOf07("1.00")], "七.9", "1.00万元"],
  ["三公 blank, the set with a text", [total03("约179")], "七.9", "【缺：支出决算表本年支出合计】"],
  ["接待费 a text", [reception("约1")], "七.11", "【缺：决算数公务接待费】"],
  ["政府性基金 blank, the set filled", [], "八.1", NONE_OF_08],
  ["政府性基金 blank, the set not", [total03("")], "八.1", "表本年收入】万元，支出【缺："],
  ["政府性基金 blank, the set 0", [total03("0.00")], "八.1", NONE_OF_08],
  ["国有资本 blank, the set filled", [], "九.1", "没有使用国有资本经营预算"],
  ["国有资本 blank, the set not", [total03("")], "九.1", "财政拨款支出【缺："],
  ["05 blank", [total05("")], "五.4", "财政拨款支出【缺："],
  ["05 typed 0", [total05("0.00")], "五.4", "没有财政拨款支出。"],
  ["05 a text", [total05("约75")], "五.4", "【缺：一般公共预算财政拨款支出决算表小计】"],
  ["06 blank", [staff(""), goods("")], "六.1", "其中：人员经费【缺：人员经费合计】万元"],
  ["06 with one of both", [staff("75.40"), goods("")], "六.1", "公用经费0.00万元，占基本支出的0%"],
  ["06 typed 0", [staff("0.00"), goods("75.40")], "六.1", "人员经费0.00万元"],
  ["其他重要事项 blank", [typeInto("补充资料", "D47", "")], "十五.1", "没有其他需要说明"],
])("%s", (_what, changes, key, says) => {
  const golden = changes.reduce((before, change) => change(before), seed001);
  const said = paragraphs(snapshotOf(golden)).find((each) => each.key === key);
  expect(said?.text).toContain(says);
});
