import type { Instance } from "./equations";
import type { Merger } from "./oneFigure";

export interface Levels {
  /** Distance from the roots: 0 for a figure that is no part of anything. By number of the figure. */
  readonly of: (figure: number) => number;
}

/** How far below the totals that nothing else adds up each figure stands. `same`: figures that are one. */
export function levelsOf(count: number, equations: readonly Instance[], same: Merger): Levels {
  const isPart = new Uint8Array(count);
  const parts = new Map<number, Set<number>>();
  for (const { terms, total, isOneFigure, comparison } of equations) {
    if (isOneFigure || comparison !== "=") continue;
    const above = total === undefined ? undefined : same.leaderOf(total);
    for (const figure of terms.keys()) {
      const own = same.leaderOf(figure);
      if (own === above) continue;
      isPart[own] = 1;
      if (above === undefined) continue;
      const known = parts.get(above);
      if (known) known.add(own);
      else parts.set(above, new Set([own]));
    }
  }
  const levels = new Int32Array(count).fill(-1);
  let reached: number[] = [];
  const reach = (figure: number, level: number) => {
    if (levels[figure] !== -1) return;
    levels[figure] = level;
    reached.push(figure);
  };
  const spread = () => {
    while (reached.length > 0) {
      const current = reached;
      reached = [];
      for (const figure of current) {
        for (const part of parts.get(figure) ?? []) reach(part, (levels[figure] ?? 0) + 1);
      }
    }
  };
  for (let figure = 0; figure < count; figure += 1) {
    if (same.leaderOf(figure) === figure && !isPart[figure]) reach(figure, 0);
  }
  spread();
  // Totals that add each other up in a circle have no root above them.
  for (let figure = 0; figure < count; figure += 1) {
    if (same.leaderOf(figure) !== figure) continue;
    reach(figure, 1);
    spread();
  }
  return { of: (figure) => levels[same.leaderOf(figure)] ?? 0 };
}
