import { layOutCover } from "../../../src/domain/layout/layOutCover";

test("the cover says year, unit and what it is", () => {
  const { cells } = layOutCover({ unitName: "青山市园林服务中心", year: 2020 });
  expect(cells.map(({ value }) => value)).toEqual([
    "2020年度",
    "青山市园林服务中心",
    "部门决算公开表",
  ]);
});

test("a name too long for one line is set smaller, in a higher row", () => {
  const short = layOutCover({ unitName: "青山市园林服务中心", year: 2020 });
  const long = layOutCover({ unitName: "青山市园林服务中心".repeat(5), year: 2020 });
  expect(short.cells[1]?.style).toBe("cover.unitName");
  expect(long.cells[1]?.style).toBe("cover.longUnitName");
  expect(long.rowHeights.get(4)).toBeGreaterThan(short.rowHeights.get(4)!);
});
