import { AUDIT_SHEET } from "../../src/domain/workbook/resultSheets";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { adopt, written } from "../support/adopted";
import { laidOut, LAYOUTS } from "../support/layouts/layouts";
import { describeWithLibreOffice, readCells } from "../support/libreoffice";
import { differences, shippedTemplate } from "../support/native";

const template = shippedTemplate();

describeWithLibreOffice("debug", () => {
  test("all", async () => {
    for (const layout of LAYOUTS) {
      const { plan, adoption, exact } = adopt(laidOut(quanbiaoyoushu, [layout]), template);
      const results = adoption.plan.sheets;
      const sheets = await readCells(await written(plan), { sheets: results.map(({ name }) => name) });
      const native = new Map(sheets[AUDIT_SHEET]!.slice(3).map((row) => [row[0], row[6]]));
      const wrong = [...native].filter(([code, words]) => words !== exact.get(String(code)));
      const diff = differences(adoption.plan, sheets);
      console.log(layout.group, layout.name, "printed", native.size - adoption.paneOnly.length, "of", native.size,
        "cells", results.map(({cells})=>cells.length).join(), "wrong", JSON.stringify(wrong.map(([c,w])=>[c,w,exact.get(String(c))])), 
        "diff", diff.length, diff.slice(0,3).join("\n"), [...new Set(adoption.paneOnly.map(({relation,reason})=>relation.code+reason.message))].slice(0,4).join(";"));
    }
  }, 600000);
});
