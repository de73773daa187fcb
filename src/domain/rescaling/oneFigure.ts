/** Numbers that are found to be one and the same; each set is led by its lowest. */
export class Merger {
  private readonly leaders: number[];

  constructor(count: number) {
    this.leaders = Array.from({ length: count }, (_, index) => index);
  }

  leaderOf(number: number): number {
    let leader = number;
    while (this.leaders[leader] !== leader) leader = this.leaders[leader] ?? 0;
    for (let each = number; each !== leader;) {
      const next = this.leaders[each] ?? 0;
      this.leaders[each] = leader;
      each = next;
    }
    return leader;
  }

  merge(one: number, other: number): void {
    const [own, others] = [this.leaderOf(one), this.leaderOf(other)];
    this.leaders[Math.max(own, others)] = Math.min(own, others);
  }
}
