import { pointsOf, scoreGroups } from "../../src/taskpane/components/score/scoreGroups";
import { scoreRows, seedRows, seedWith } from "../domain/evaluation/seedForm";

test("bars are as long as their weights and filled as far as their scores", () => {
  const groups = scoreGroups(scoreRows(seedRows).rows);
  expect(groups.map(({ dimension }) => dimension)).toEqual([
    "",
    "产出指标",
    "效益指标",
    "满意度指标",
  ]);
  const lines = groups.flatMap((group) => group.lines);
  expect(lines[0]).toMatchObject({ width: 1, filled: 1 });
  const lossy = lines.filter(({ lost }) => lost && !lost.isZero());
  expect(lossy.map(({ lost, filled }) => [lost?.toFixed(), filled])).toEqual([["2", 4 / 6]]);
});

test("what was lost is said only when all is filled in", () => {
  const points = pointsOf(scoreRows(seedRows).rows);
  expect([points?.full.toFixed(), points?.lost.toFixed()]).toEqual(["100", "2"]);
  expect(pointsOf(scoreRows(seedWith({ H13: "" })).rows)).toBeUndefined();
});

test("a score that is missing leaves its bar empty", () => {
  const lines = scoreGroups(scoreRows(seedWith({ H13: "" })).rows).flatMap(({ lines }) => lines);
  expect(lines.filter(({ reached }) => reached === undefined)).toMatchObject([{ filled: 0 }]);
});
