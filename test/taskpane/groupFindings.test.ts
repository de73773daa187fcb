import { groupFindings, mustFixOf } from "../../src/taskpane/components/check/groupFindings";
import { listRows } from "../../src/taskpane/components/check/listRows";
import { seed001 } from "../golden/seed001";
import { snapshotOf } from "../support/goldenWorkbook";
import { checkedOf } from "./seedChecked";

const published = snapshotOf(seed001);
const withoutTable03 = {
  sheets: published.sheets.filter(({ name }) => name !== "公开03表"),
};

async function groupsOf(snapshot: typeof published) {
  const { report, disclosure, cards } = await checkedOf(snapshot);
  return { groups: groupFindings(report.findings, disclosure, cards), report };
}

test("findings stand by what has to be done, then by table and kind", async () => {
  const { groups, report } = await groupsOf(published);
  expect(groups.map(({ urgency }) => urgency)).toEqual(["must-hold", "explain", "advice", "tail"]);
  expect(groups[0]!.count).toBe(mustFixOf(report.findings));
  const [first] = groups[0]!.places;
  expect(first).toMatchObject({ table: "收入支出决算总表", kind: "figures" });
});

test("findings that one wrong figure explains are one entry", async () => {
  const { groups } = await groupsOf(published);
  const entries = groups[0]!.places.flatMap((place) => place.entries);
  expect(entries.map(({ finding, card }) => [finding.code, card?.findings.length])).toEqual([
    ["K102", 2],
  ]);
});

test.each([
  ["of the set as published", published],
  ["where a table is missing", withoutTable03],
])("no finding %s is lost or shown twice", async (_what, snapshot) => {
  const { groups, report } = await groupsOf(snapshot);
  const shown = groups.flatMap(({ places }) =>
    places.flatMap(({ entries }) =>
      entries.flatMap(({ same, card }) => (card ? card.findings : same)),
    ),
  );
  expect(new Set(shown)).toEqual(new Set(report.findings));
  expect(shown).toHaveLength(report.findings.length);
});

test("where the finding that stands for a card is filtered out, another of it does", async () => {
  const { report, disclosure, cards } = await checkedOf(published);
  const chosen = report.findings.filter(({ code }) => code === "K213");
  const [group] = groupFindings(chosen, disclosure, cards);
  const [entry] = group!.places[0]!.entries;
  expect([entry!.finding.code, entry!.card]).toEqual(["K213", cards[0]]);
});

test("what one missing table leaves undetermined is one entry with all its places", async () => {
  const { groups } = await groupsOf(withoutTable03);
  const undetermined = groups.find(({ urgency }) => urgency === "undetermined")!;
  const entries = undetermined.places.flatMap((place) => place.entries);
  expect(entries.length).toBeLessThan(undetermined.count);
});

test("every row of the list has a key of its own, folded groups keep their heading", async () => {
  const { groups } = await groupsOf(withoutTable03);
  const rows = listRows(groups, new Set());
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  const all = new Set(groups.map(({ urgency }) => urgency));
  expect(listRows(groups, all).map(({ kind }) => kind)).toEqual(groups.map(() => "urgency"));
});
