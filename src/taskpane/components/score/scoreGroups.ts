import type { EvaluationScore, ScoreRow } from "../../../domain/evaluation/scoreEvaluation";

type Points = NonNullable<ScoreRow["score"]>;

export interface ScoreLine {
  readonly row: ScoreRow;
  /** What counts in the total: of 预算执行率 the rule's score. */
  readonly reached: Points | undefined;
  readonly lost: Points | undefined;
  /** Parts of the longest bar, 0 to 1. */
  readonly width: number;
  readonly filled: number;
}

export interface ScoreGroup {
  /** 一级指标; empty for what stands before them. */
  readonly dimension: string;
  readonly lines: readonly ScoreLine[];
}

/** The rows under their 一级指标, each with the lengths of its bar. */
export function scoreGroups(rows: EvaluationScore["rows"]): ScoreGroup[] {
  const longest = Math.max(0, ...rows.map(({ weight }) => weight?.toNumber() ?? 0));
  const groups: { dimension: string; lines: ScoreLine[] }[] = [];
  for (const row of rows) {
    const line = lineOf(row, longest);
    const last = groups.at(-1);
    if (last?.dimension === row.dimension) last.lines.push(line);
    else groups.push({ dimension: row.dimension, lines: [line] });
  }
  return groups;
}

function lineOf(row: ScoreRow, longest: number): ScoreLine {
  const { weight } = row;
  const reached = row.counted;
  const lost = weight && reached ? weight.minus(reached) : undefined;
  const points = weight?.toNumber() ?? 0;
  return {
    row,
    reached,
    lost,
    width: longest === 0 ? 0 : points / longest,
    filled: points === 0 ? 0 : Math.min(1, Math.max(0, (reached?.toNumber() ?? 0) / points)),
  };
}

/** The rule's score, where the one given differs. */
export function differingRule({ score, ruleScore }: ScoreRow): Points | undefined {
  return ruleScore && score && !ruleScore.equals(score) ? ruleScore : undefined;
}

/** What can be reached and what was lost; undefined while a weight or a score is missing. */
export function pointsOf(
  rows: EvaluationScore["rows"],
): { full: Points; lost: Points } | undefined {
  let full: Points | undefined;
  let lost: Points | undefined;
  for (const row of rows) {
    if (row.isDropped) continue;
    const reached = row.counted;
    if (!row.weight || !reached) return undefined;
    const missed = row.weight.minus(reached);
    full = full?.plus(row.weight) ?? row.weight;
    lost = lost?.plus(missed) ?? missed;
  }
  return full && lost && { full, lost };
}
