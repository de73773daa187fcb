import { MemoryWorkbook } from "../../src/adapters/memory/memoryWorkbook";
import { isOutdated } from "../../src/application/readinessWords";
import { DraftingSession } from "../../src/application/draftingSession";
import { TemplateLibrary } from "../../src/application/templateLibrary";
import type { WorkbookSnapshot } from "../../src/ports/workbookPorts";
import { quanbiaoyoushu } from "../golden/quanbiaoyoushu";
import { snapshotOf } from "../support/goldenWorkbook";
import { CLOCK, catalog } from "../taskpane/seedChecked";

async function sessionOf(snapshot: WorkbookSnapshot) {
  const editor = MemoryWorkbook.fromSnapshot(snapshot);
  const session = new DraftingSession(editor, new TemplateLibrary(catalog), CLOCK);
  await session.start();
  return { editor, session };
}

test("a press gives every topic a line, and writes nothing", async () => {
  const { editor, session } = await sessionOf(snapshotOf(quanbiaoyoushu));
  const before = await editor.read();
  const readiness = await session.inspect();
  expect(readiness?.lines.map(({ topic }) => topic)).toContain("working-sheets");
  expect(session.state()).toMatchObject({ phase: "ready", trouble: undefined });
  expect(await editor.read()).toEqual(before);
});

test("looks that nobody asked for do not inspect", async () => {
  const { editor, session } = await sessionOf(snapshotOf(quanbiaoyoushu));
  const inspect = jest.spyOn(editor, "inspect");
  await session.look();
  await session.look("thorough");
  expect(inspect).not.toHaveBeenCalled();
});

test("a look at the same workbook leaves the list as it is, an edit makes it old", async () => {
  const { editor, session } = await sessionOf(snapshotOf(quanbiaoyoushu));
  const readiness = (await session.inspect())!;
  await session.look();
  expect(isOutdated(readiness, session.state().checked!.disclosure.snapshot)).toBe(false);
  await editor.writeCells([{ sheet: "公开02表", row: 12, column: 2, value: 7 }]);
  await session.look();
  expect(isOutdated(readiness, session.state().checked!.disclosure.snapshot)).toBe(true);
});

test("without any table it says so", async () => {
  const { session } = await sessionOf({
    sheets: [
      {
        id: "1",
        name: "表",
        visibility: "visible",
        values: [["别的"]],
        formulas: new Map(),
        merges: [],
      },
    ],
  });
  expect(await session.inspect()).toBeUndefined();
  expect(session.state()).toMatchObject({
    phase: "ready",
    trouble: { code: "nothingRecognised" },
  });
});
