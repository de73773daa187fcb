import { compileTemplate, type Template } from "../../../src/domain/checking/compileTemplate";
import { printProblems } from "../../../src/domain/layout/printProblems";
import { readTemplate } from "../../../src/domain/template/readTemplate";
import { readShippedJson } from "../../assets/readShippedTemplate";
import { shippedTemplate } from "../../support/native";

function withChanges(change: (json: Record<string, unknown>) => void): Template {
  const json = structuredClone(readShippedJson("hunan-2020.json")) as Record<string, unknown>;
  change(json);
  const reading = readTemplate(json);
  if ("problems" in reading) throw new Error(JSON.stringify(reading.problems));
  const compiled = compileTemplate(reading.structure);
  if ("problems" in compiled) throw new Error(JSON.stringify(compiled.problems));
  return compiled.template;
}

const ONE = "收入支出决算总表[本年收入合计, 决算数]";

test("the shipped package prints everywhere", () => {
  expect(printProblems(shippedTemplate())).toEqual([]);
});

test("a relation too long for Excel is named with its length", () => {
  const template = withChanges((json) => {
    json["relations"] = [
      {
        code: "K999",
        id: "too-long",
        level: "must-hold",
        formula: `${Array.from({ length: 140 }, () => ONE).join(" + ")} = 0`,
        why: "试",
        authority: { kind: "house" },
      },
    ];
  });
  expect(printProblems(template)).toEqual([
    {
      path: "relations[0].formula",
      code: "K999",
      message: expect.stringMatching(
        /^印成表内公式有 \d+ 个字符，Excel 最多 8192 个，请拆成几条。$/u,
      ) as string,
    },
  ]);
});

test("a paragraph too deep for Excel is named", () => {
  const nested = Array.from({ length: 38 }).reduce<string>(
    (inner) => `IF(${ONE} = 0, "零", ${inner})`,
    '"完"',
  );
  const template = withChanges((json) => {
    delete json["narratives"];
    json["narrative"] = {
      sheetName: "情况说明",
      title: "说明",
      sections: [{ number: "一", title: "试", paragraphs: [`{${nested}}`] }],
    };
  });
  expect(printProblems(template)).toEqual([
    {
      path: "narrative.sections[0].paragraphs[0]",
      message: expect.stringContaining("层括号") as string,
    },
  ]);
});
