import { checkDisclosure } from "../../../src/domain/checking/checkDisclosure";
import { compileTemplate } from "../../../src/domain/checking/compileTemplate";
import type { Finding } from "../../../src/domain/checking/finding";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { readShippedTemplate } from "../../assets/readShippedTemplate";
import { dropSheet, typeInto, type Damage } from "../../golden/damages";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { shippedTemplate } from "../../support/native";

const structure = readShippedTemplate("hunan-2020");

function findings(damage: Damage, template = shippedTemplate()): readonly Finding[] {
  const disclosure = recognise(snapshotOf(damage(quanbiaoyoushu)), structure);
  return checkDisclosure(disclosure, template).findings;
}

describe("a missing table", () => {
  const undetermined = findings(dropSheet("公开03表")).filter(
    ({ state }) => state === "undetermined",
  );

  test("is one finding of each relation that needs it", () => {
    const codes = undetermined.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(1);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("is said in the words of the relation, with the cells of all its instances", () => {
    const [classes] = undetermined.filter(({ code }) => code === "K213");
    expect(classes?.title).toMatch(/^每一类：/u);
    const places = classes!.cells.map(({ row, column }) => `${row},${column}`);
    expect(places.length).toBeGreaterThan(5);
    expect(new Set(places).size).toBe(places.length);
  });
});

test("different causes stay apart", () => {
  const texts: Damage = (golden) =>
    typeInto("公开03表", "C9", "约2")(typeInto("公开03表", "C8", "约1")(golden));
  const found = findings(texts).filter(
    ({ code, state }) => code === "K121" && state === "undetermined",
  );
  expect(found).toHaveLength(2);
});

describe("a relation that states what it allows", () => {
  function example(formula: string, allowed: string): Finding | undefined {
    const { definition } = structure;
    const [first] = definition.relations;
    const compiled = compileTemplate({
      ...structure,
      definition: {
        ...definition,
        relations: [{ ...first!, code: "K999", formula, allowed }],
      },
    });
    if ("problems" in compiled) throw new Error(JSON.stringify(compiled.problems));
    return findings((golden) => golden, compiled.template).find(({ code }) => code === "K999");
  }

  test("shows differences below a cent", () => {
    const found = example(
      "公开03表[合计, 上缴上级支出] ÷ 公开03表[合计, 经营支出] = 23%",
      "0.0005",
    );
    expect(found).toMatchObject({
      state: "failed",
      left: "0.2308",
      right: "0.23",
      difference: "0.0008",
      allowed: "0.0005",
    });
    expect(found?.explanation).toMatch(
      / 0\.2308，0\.23，前者多 0\.0008（允许相差 0\.0005）。请核对/u,
    );
  });

  test("speaks of no rounded figures within it, and prints no -0.00", () => {
    const found = example("公开03表[合计, 经营支出] × 0 = 0.00001", "0.01");
    expect(found).toMatchObject({ state: "roundingTail", left: "0.00", right: "0.00" });
    expect(found?.difference).toBe("0.00");
    expect(found?.explanation).toMatch(/允许相差 0\.01，可不改。$/u);
    expect(found?.explanation).not.toMatch(/四舍五入|-0/u);
  });
});
