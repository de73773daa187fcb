import type { Draft } from "./draft";

const DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

export function chineseNumber(number: number): string {
  if (number <= 10) return DIGITS[number] ?? "";
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? (DIGITS[tens] ?? "") : ""}十${ones > 0 ? (DIGITS[ones] ?? "") : ""}`;
}

/** Numbered titles; a number that is doubled or skipped by hand moves those after it where nothing else holds them. */
export class Headings {
  private count = 0;

  constructor(private readonly draft: Draft) {}

  write(title: string): void {
    this.count += 1;
    const alteration = this.draft.mark("number", chineseNumber(this.count), String(this.count));
    this.count += alteration?.shift ?? 0;
    this.draft.plain(`、${title}\n`);
  }
}
