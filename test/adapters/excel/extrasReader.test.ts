import { planOf, sheetPlan } from "../../contract/plans";
import { openExcel } from "../../support/excelHost/openExcel";

const LONG = Object.fromEntries(
  Array.from({ length: 700 }, (_, index) => [`A${String(index + 1)}`, index]),
);

test("comments, and who wrote the workbook, are told; notes and links are not", async () => {
  const { host, workbook } = openExcel(planOf(sheetPlan("表", { A1: 1, B2: 2 })));
  host.comments = [{ id: "c1", sheet: "表", cell: "B2", text: "请核对" }];
  host.people = { author: "张三", lastAuthor: "李四", company: "某局" };
  const extras = await workbook.inspect();
  expect(extras.sheets[0]?.comments).toMatchObject([
    { kind: "comment", row: 2, column: 2, text: "请核对" },
  ]);
  expect(extras.properties).toMatchObject({ author: "张三", lastAuthor: "李四", company: "某局" });
  expect([...extras.untold.keys()]).toEqual(["notes", "links", "sources"]);
});

test("an older Excel does not tell of comments either", async () => {
  const { workbook } = openExcel(planOf(sheetPlan("表", { A1: 1 })), { version: "1.9" });
  expect((await workbook.inspect()).untold.get("comments")).toBe("hostTooOld");
});

test("single rows of a long sheet are found, without a write", async () => {
  const plan = planOf(sheetPlan("清单", LONG, { hiddenRows: [7, 400, 401] }));
  const { host, workbook } = openExcel(plan);
  host.takeRequests();
  const extras = await workbook.inspect();
  await host.quiet();
  const requests = host.takeRequests();
  expect(extras.sheets[0]?.hiddenRows).toEqual([
    { first: 7, last: 7 },
    { first: 400, last: 401 },
  ]);
  expect(requests.filter(({ isWrite }) => isWrite)).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(6);
});

test("a list filtered here and there is said to be unread", async () => {
  const cells = Object.fromEntries([
    [`A1`, 1],
    [`A200000`, 1],
  ]);
  const hiddenRows = Array.from({ length: 100_000 }, (_, index) => 2 * index + 1);
  const { workbook } = openExcel(planOf(sheetPlan("清单", cells, { hiddenRows })));
  const extras = await workbook.inspect();
  expect(extras.untold.get("hiddenLines")).toBe("host");
});
