import { visibleRows } from "../../src/taskpane/components/visibleRows";

const TEN = Array.from({ length: 10 }, () => 20);

test.each([
  { name: "at the top", top: 0, bottom: 50, first: 0, last: 3 },
  { name: "in the middle", top: 70, bottom: 110, first: 3, last: 6 },
  { name: "at the end", top: 180, bottom: 400, first: 9, last: 10 },
  { name: "scrolled past it", top: 900, bottom: 950, first: 9, last: 10 },
  { name: "not yet reached", top: -300, bottom: -200, first: 0, last: 1 },
])("rows $name", ({ top, bottom, first, last }) => {
  const shown = visibleRows(TEN, top, bottom);
  expect(shown).toMatchObject({ first, last });
  expect(shown.before + (last - first) * 20 + shown.after).toBe(200);
});

test("of no rows none are drawn", () => {
  expect(visibleRows([], 0, 100)).toEqual({ first: 0, last: 0, before: 0, after: 0 });
});
