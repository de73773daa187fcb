import { MemoryWorkbook } from "../../../src/adapters/memory/memoryWorkbook";
import { checkDisclosure } from "../../../src/domain/checking/checkDisclosure";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { deleteColumn, dropSheet, type Damage } from "../../golden/damages";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { seed001Corrected } from "../../golden/seed001";
import { layOutGolden, shippedTemplate } from "../../support/native";

const template = shippedTemplate();
const GOLDENS = [seed001Corrected, quanbiaoyoushu];

const LACKING: readonly (readonly [what: string, damage: Damage, blank: string])[] = [
  ["基本支出 of 03", deleteColumn("公开03表", 4), "D 列“基本支出”整列空白，按 0 计。"],
  ["基本支出 of 05", deleteColumn("公开05表", 4), "D 列“基本支出”整列空白，按 0 计。"],
  ["财政拨款收入 of 02", deleteColumn("公开02表", 4), "D 列“财政拨款收入”整列空白，按 0 计。"],
  ["05", dropSheet("公开05表"), "公开05表整张空白，按 0 计。"],
  ["03", dropSheet("公开03表"), "公开03表整张空白，按 0 计。"],
];

test.each(LACKING)(
  "figures that lack %s: whatever is found in the new set says what is blank in it",
  async (_what, damage, blank) => {
    for (const golden of GOLDENS) {
      const workbook = new MemoryWorkbook();
      await workbook.addSheets(layOutGolden(damage(golden), template));
      const disclosure = recognise(await workbook.read(), template.structure);
      const { findings } = checkDisclosure(disclosure, template);
      const ofFigures = findings.filter(
        ({ code }) => /^K[12]/u.test(code) && !["K152", "K260"].includes(code),
      );
      expect(ofFigures.length).toBeGreaterThan(0);
      const silent = ofFigures.filter(({ explanation }) => !explanation.includes(blank));
      expect(silent.map(({ code, explanation }) => `${code} ${explanation}`)).toEqual([]);
    }
  },
);
