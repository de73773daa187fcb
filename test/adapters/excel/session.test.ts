import type { DraftingSession } from "../../../src/application/draftingSession";
import type { Checked } from "../../../src/application/draftingState";
import { parsePosition } from "../../../src/domain/workbook/cellAddress";
import { lastWriteWords } from "../../../src/taskpane/components/layOut/lastWriteWords";
import type { ExcelHost } from "../../support/excelHost/excelHost";
import { excelSession, quiet } from "../../support/excelHost/excelSession";
import { HostRefusal } from "../../support/excelHost/protocol";
import { seed001 } from "../../golden/seed001";
import { layOutGolden } from "../../support/native";
import { fullSet, ownWorkbook, template } from "./excelSet";

const KB = 1_024;
const REVENUE = "收入决算表";
const EXPENDITURE = "支出决算表";

/** What the pane says, without when it said so. */
function said({ report, sections, scores, disclosure }: Checked) {
  return {
    findings: report.findings.map(({ code, state, cells, explanation }) => ({
      code,
      state,
      cells,
      explanation,
    })),
    summary: report.summary,
    sections,
    total: scores[0]?.total?.toFixed(),
    sheets: disclosure.snapshot.sheets.map(({ name, values }) => ({ name, values })),
  };
}

/** As a pane would say it that is opened only now. */
async function freshlySaid(host: ExcelHost) {
  const fresh = await excelSession({ sheets: [], styles: new Map(), properties: {} }, { host });
  const { checked } = fresh.drafting.state();
  if (!checked) throw new Error("no table is recognised");
  return said(checked);
}

function saidBy(drafting: DraftingSession) {
  const { checked } = drafting.state();
  return checked && said(checked);
}

type Deed = readonly [string, (host: ExcelHost) => void];

const DEEDS: readonly Deed[] = [
  [
    "types a figure",
    (host) => {
      host.type(EXPENDITURE, "E14", 8.88);
    },
  ],
  [
    "inserts rows into a tree and fills one",
    (host) => {
      host.moveRows(host.get(EXPENDITURE), { kind: "insertRows", row: 12, count: 2 });
      host.type(EXPENDITURE, "A12", "2010199");
      host.type(EXPENDITURE, "E12", 3.21);
      host.emitChange(host.get(EXPENDITURE), "12:13", "RowInserted");
    },
  ],
  [
    "deletes rows of a table",
    (host) => {
      host.moveRows(host.get(EXPENDITURE), { kind: "deleteRows", row: 12, count: 3 });
      host.emitChange(host.get(EXPENDITURE), "12:14", "RowDeleted");
    },
  ],
  [
    "renames a table's sheet",
    (host) => {
      host.rename(host.get(EXPENDITURE), "公开03 (改), 终!稿");
    },
  ],
  [
    "swaps the names of two tables' sheets",
    (host) => {
      host.rename(host.get(EXPENDITURE), "临时");
      host.rename(host.get(REVENUE), EXPENDITURE);
      host.rename(host.get("临时"), REVENUE);
    },
  ],
  ["moves a sheet to the front", (host) => void host.sheets.unshift(host.sheets.pop()!)],
  [
    "deletes a table",
    (host) => {
      host.deleteSheet(host.get(EXPENDITURE));
    },
  ],
  [
    "adds a sheet and types on it",
    (host) => {
      host.addSheet("草稿");
      host.type("草稿", "B2", 12);
    },
  ],
  [
    "empties a table by one paste over it",
    (host) => {
      const sheet = host.get(EXPENDITURE);
      sheet.cells.clear();
      host.emitChange(sheet, "A1:K40");
    },
  ],
];

describe.each(["1.14", "1.20"])("with ExcelApi %s", (version) => {
  test.each(DEEDS)("the pane is right at the next look after a person %s", async (_, deed) => {
    const { host, drafting } = await excelSession(fullSet, { version });
    deed(host);
    await quiet(host);
    await drafting.look();
    await quiet(host);
    expect(drafting.state().trouble).toBeUndefined();
    expect(saidBy(drafting)).toEqual(await freshlySaid(host));
  });
});

// Excel tells of no renaming or moving before 1.17: these wait for the next look.
const TOLD = DEEDS.filter(([name]) => !/renames|swaps|moves/u.test(name));

describe.each(["asTheyCome", "twice", "withoutDetails"] as const)("events come %s", (events) => {
  test.each(TOLD)("the pane follows by itself when a person %s", async (_, deed) => {
    const { host, drafting } = await excelSession(fullSet);
    host.moods.events = events;
    deed(host);
    await quiet(host);
    expect(drafting.state().stale).toBe(false);
    expect(saidBy(drafting)).toEqual(await freshlySaid(host));
  });
});

test("events of all these deeds, late and backwards, leave the pane right", async () => {
  const { host, drafting } = await excelSession(fullSet);
  host.moods.events = "held";
  for (const [name, deed] of TOLD) if (!name.startsWith("deletes a table")) deed(host);
  await quiet(host);
  host.letEventsGo();
  await quiet(host);
  expect(saidBy(drafting)).toEqual(await freshlySaid(host));
});

test("a burst of edits is looked at a few times, each in one small request that writes nothing", async () => {
  const { host, drafting } = await excelSession(fullSet);
  host.takeRequests();
  for (let figure = 0; figure < 50; figure += 1) host.type(EXPENDITURE, "E14", figure);
  await quiet(host);
  const requests = host.takeRequests();
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.length).toBeLessThanOrEqual(3);
  for (const { bytes, isWrite } of requests) {
    expect(bytes).toBeLessThanOrEqual(16 * KB);
    expect(isWrite).toBe(false);
  }
  expect(saidBy(drafting)).toEqual(await freshlySaid(host));
});

test("a sentence typed over is told from ours, comes back by one press, and goes by 撤回", async () => {
  const { host, drafting } = await excelSession(fullSet);
  const first = () => drafting.state().checked?.sections[0]?.paragraphs[0];
  expect(first()).toMatchObject({ origin: "automatic", cell: { row: 4 } });
  host.type("情况说明", "A4", "收、支总计以公开表为准。");
  await quiet(host);
  expect(first()).toMatchObject({ origin: "edited", words: "收、支总计以公开表为准。" });
  await drafting.restoreParagraph(first()!);
  expect(drafting.state().lastWrite).toMatchObject({
    kind: "sentence",
    receipt: { written: [{ sheet: "情况说明", row: 4 }] },
  });
  expect(first()).toMatchObject({ origin: "automatic" });
  await drafting.takeBack();
  expect(first()).toMatchObject({ origin: "edited", words: "收、支总计以公开表为准。" });
});

test("更新说明 adds the paragraph of a new code and takes others out of hidden rows; one 撤回 takes all back", async () => {
  const { host, drafting } = await excelSession(layOutGolden(seed001, template));
  const spending = "一般公共预算财政拨款支出决算表";
  const threePublic = "一般公共预算财政拨款三公经费支出决算表";
  const narrative = "情况说明";
  const formulas = () => {
    const { cells } = host.get(narrative);
    return [...cells].flatMap(([place, { formula }]) => (formula ? [`${place} ${formula}`] : []));
  };
  expect(host.get(narrative).hiddenRows.size).toBe(5);
  host.moveRows(host.get(spending), { kind: "insertRows", row: 11, count: 1 });
  const typed = { A11: "2010302", B11: "一般行政管理事务", C11: 5, D11: 5 };
  for (const [place, value] of Object.entries(typed)) host.type(spending, place, value);
  host.emitChange(host.get(spending), "11:11", "RowInserted");
  for (const place of ["A8", "F8", "G8", "L8"]) host.type(threePublic, place, 2);
  await quiet(host);
  await drafting.look();
  const before = formulas();

  await drafting.updateParagraphs();
  await quiet(host);
  expect(drafting.state().trouble).toBeUndefined();
  expect(drafting.state().lastWrite?.paragraphs).toEqual({
    added: ["2010302", "七.3", "七.4", "七.5"],
    removed: [],
  });
  expect(host.get(narrative).hiddenRows.size).toBe(2);
  expect(formulas()).toHaveLength(before.length + 1);
  const own = drafting.state().checked?.sections.flatMap(({ paragraphs }) => paragraphs) ?? [];
  expect(new Set(own.map(({ origin }) => origin))).toEqual(new Set(["automatic"]));
  const shown = own.filter(({ key }) => ["七.3", "七.4", "七.5"].includes(key));
  expect(shown.map(({ cell }) => host.get(narrative).hiddenRows.has(cell?.row ?? 0))).toEqual([
    false,
    false,
    false,
  ]);

  await drafting.takeBack();
  await quiet(host);
  expect(formulas().sort()).toEqual(before.sort());
});

test.each(["Manual", "Automatic"])("%s calculation is told", async (mode) => {
  const { host, drafting } = await excelSession(fullSet);
  host.calculationMode = mode;
  host.calculationState = mode === "Manual" ? "Pending" : "Done";
  await drafting.look();
  expect(drafting.state().checked?.isCalculatedByHand).toBe(mode === "Manual");
});

describe("going to a cell", () => {
  const cell = { sheet: EXPENDITURE, ...parsePosition("E14")! };
  const range = { top: 14, left: 5, bottom: 14, right: 5 };

  test("goes to the sheet that the finding was made of, whatever its name is by now", async () => {
    const { host, drafting } = await excelSession(fullSet);
    const { id } = host.get(EXPENDITURE);
    host.moods.events = "lost";
    host.rename(host.get(EXPENDITURE), "临时");
    host.rename(host.get(REVENUE), EXPENDITURE);
    await drafting.navigate(cell);
    expect(host.front?.id).toBe(id);
    expect(host.selection).toEqual({ sheet: "临时", range });
  });

  test("says so when the sheet is gone, and looks again", async () => {
    const { host, drafting } = await excelSession(fullSet);
    host.moods.events = "lost";
    host.deleteSheet(host.get(EXPENDITURE));
    await drafting.navigate(cell);
    expect(drafting.state().trouble?.code).toBe("sheetMissing");
    expect(saidBy(drafting)).toEqual(await freshlySaid(host));
  });

  test.each([
    ["Hidden", "sheetHidden"],
    ["VeryHidden", "sheetVeryHidden"],
  ])("says so when the sheet is %s, without write, until it is shown", async (hidden, code) => {
    const { host, drafting } = await excelSession(fullSet);
    host.moods.events = "lost";
    host.show(host.get(EXPENDITURE), hidden);
    const { front } = host;
    host.takeRequests();
    await drafting.navigate(cell);
    expect(drafting.state().trouble).toEqual({ code, detail: EXPENDITURE });
    expect([host.front, host.selection]).toEqual([front, undefined]);
    expect(host.get(EXPENDITURE).visibility).toBe(hidden);
    expect(host.takeRequests().filter(({ isWrite }) => isWrite)).toEqual([]);
    host.show(host.get(EXPENDITURE), "Visible");
    await drafting.navigate(cell);
    expect(drafting.state().trouble).toBeUndefined();
    expect(host.selection).toEqual({ sheet: EXPENDITURE, range });
  });

  test("says so while another workbook is in front, and goes nowhere", async () => {
    const { host, drafting } = await excelSession(fullSet);
    host.moods.otherWorkbookInFront = true;
    await drafting.navigate(cell);
    expect(drafting.state().trouble?.code).toBe("hostRefused");
    expect(host.selection).toBeUndefined();
    host.type(EXPENDITURE, "E14", 5);
    await quiet(host);
    expect(saidBy(drafting)).toEqual(await freshlySaid(host));
  });
});

describe("when 撤回 of a whole set fails", () => {
  /** Excel stops when so many sheets are deleted. */
  async function stoppedAfter(stop: number, isSilentThen = false) {
    const { host, drafting } = await excelSession(ownWorkbook);
    await drafting.layOut({ templateId: "hunan-2020", unitName: "某单位", year: 2020 });
    await quiet(host);
    const added = drafting.state().lastWrite?.receipt.addedSheets ?? [];
    const goOn = host.deleteSheet.bind(host);
    let deleted = 0;
    host.deleteSheet = (sheet) => {
      if (deleted < stop) {
        goOn(sheet);
        deleted += 1;
        if (deleted < added.length) return;
      }
      if (isSilentThen) {
        host.moods.before = (number) =>
          host.moods.failures.set(number, { kind: "refused", code: "GeneralException" });
      }
      throw new HostRefusal("GeneralException", 500);
    };
    await drafting.takeBack();
    await quiet(host);
    host.deleteSheet = goOn;
    return { host, drafting, added };
  }
  const standing = (host: ExcelHost) =>
    host.sheets.map(({ name }) => name).filter((name) => name !== "我的表");

  test.each([0, 4, 17])("after %s sheets: another press ends it", async (stop) => {
    const { host, drafting, added } = await stoppedAfter(stop);
    expect(added).toHaveLength(17);
    expect(standing(host)).toHaveLength(added.length - stop);
    const { lastWrite } = drafting.state();
    if (stop === 17) expect(lastWrite).toBeUndefined();
    else expect(lastWriteWords(lastWrite!).words).not.toContain("已新增");
    if (stop === 4) expect(lastWriteWords(lastWrite!).words).toContain("还剩 13 张工作表");
    if (stop < 17) await drafting.takeBack();
    expect(standing(host)).toEqual([]);
    expect(drafting.state()).toMatchObject({
      trouble: undefined,
      lastWrite: undefined,
      takenBack: { kept: [], keptSheets: [], neededSheets: [] },
    });
  });

  test("and Excel does not say what stands: nothing is claimed", async () => {
    const { drafting } = await stoppedAfter(4, true);
    const { lastWrite } = drafting.state();
    expect(lastWriteWords(lastWrite!).words).toBe("没有撤回成，写入的内容可能还在。");
    drafting.stop();
  });
});

test("two workbooks, each with a pane: what is laid out, typed and taken back in one stays there", async () => {
  const one = await excelSession(fullSet);
  const other = await excelSession(ownWorkbook);
  const before = saidBy(one.drafting);
  await other.drafting.layOut({ templateId: "hunan-2020", unitName: "另一单位", year: 2020 });
  await quiet(other.host);
  other.host.type(EXPENDITURE, "C8", 1);
  await quiet(other.host);
  expect(saidBy(one.drafting)).toEqual(before);
  expect(one.host.takeRequests().filter(({ isWrite }) => isWrite)).toEqual([]);
  await other.drafting.takeBack();
  expect(other.drafting.state().takenBack?.keptSheets).toEqual([EXPENDITURE]);
  expect(one.host.sheets).toHaveLength(fullSet.sheets.length);
});

test("marks go from the sheet that had them, whatever sheet has its name by now", async () => {
  const { host, workbook, drafting } = await excelSession(fullSet);
  const range = { top: 1, left: 1, bottom: 40, right: 9 };
  const mark = { range, formula: "=K1=1", format: {} };
  const [table] = host.sheets.filter(({ name }) => name === REVENUE);
  table?.marks.push({ ...mark });
  const before = table?.marks.length ?? 0;
  await drafting.look("thorough");
  host.moods.events = "lost";
  host.rename(host.get(REVENUE), "临时");
  host.addSheet(REVENUE).marks.push({ ...mark });
  await workbook.clearMarks([{ sheet: REVENUE, range, formula: "K1=1" }]);
  expect(table?.marks).toHaveLength(before - 1);
  expect(host.get(REVENUE).marks).toHaveLength(1);
});

test("审核报告 comes as printable sheets that no table is looked for in, and goes with 撤回", async () => {
  const { host, drafting } = await excelSession(fullSet);
  const before = saidBy(drafting);
  await drafting.addReport(() => Promise.resolve("0".repeat(64)));
  await quiet(host);
  expect(drafting.state().trouble).toBeUndefined();
  const names = ["审核报告", "审核报告·关系", "审核报告·数字"];
  for (const name of names) {
    expect(host.get(name).pageLayout).toMatchObject({ CenterFooter: "第 &P 页，共 &N 页" });
  }
  expect(saidBy(drafting)?.findings).toEqual(before?.findings);
  await drafting.takeBack();
  await quiet(host);
  expect(saidBy(drafting)).toEqual(before);
});
