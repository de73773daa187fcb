/** Milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

export function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

export const ms = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`;

export const spread = ({ median, p95 }: Spread) => `${ms(median)}（p95 ${ms(p95)}）`;

/** By turns, so that whatever else the machine does disturbs both alike; the first rounds warm up. */
export async function byTurns(
  rounds: number,
  ours: () => unknown,
  theirs: () => unknown,
): Promise<{ readonly ours: Spread; readonly theirs: Spread }> {
  const warmUp = Math.ceil(rounds / 4);
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [who, work] of [["ours", ours] as const, ["theirs", theirs] as const]) {
      const started = performance.now();
      await work();
      if (round >= 0) times[who].push(performance.now() - started);
    }
  }
  return { ours: spreadOf(times.ours), theirs: spreadOf(times.theirs) };
}
