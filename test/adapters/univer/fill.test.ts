import { UniverGrid } from "../../../src/adapters/univer/univerGrid";
import { fillFigures, planFill } from "../../../src/application/fillFigures";
import { recognise } from "../../../src/domain/disclosure/recognise";
import { layOutWorkbook } from "../../../src/domain/layout/layOutWorkbook";
import { quanbiaoyoushu } from "../../golden/quanbiaoyoushu";
import { snapshotOf } from "../../support/goldenWorkbook";
import { errorsIn, exactResults, nativeResults, shippedTemplate } from "../../support/native";
import { headlessGrid } from "./headlessGrid";

const template = shippedTemplate();
const grid = new UniverGrid(headlessGrid());

test("a set that figures came into calculates like one that was laid out with them", async () => {
  const workbook = await grid.open();
  await workbook.addSheets(layOutWorkbook(template, { unitName: "某局", year: 2020 }));
  await workbook.settled();
  const disclosure = recognise(await workbook.read(), template.structure);
  const taken = recognise(snapshotOf(quanbiaoyoushu), template.structure);
  const fill = planFill({ template, disclosure }, taken, false);
  await fillFigures(workbook, disclosure.snapshot, fill, {}, () => undefined);
  await workbook.settled();
  const filled = await workbook.read();
  expect(errorsIn(filled)).toEqual([]);
  const exact = exactResults(filled, template);
  expect([...exact.values()].filter((result) => result === "数据不足")).toEqual([]);
  expect(nativeResults(filled)).toEqual(exact);
}, 180_000);
