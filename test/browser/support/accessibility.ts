import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** The grid is drawn by a library whose buttons have names only for those who see them. */
const GRID = '[aria-label="表格"] *';

/** What axe finds serious or worse on the page without the grid, or in one part of it: one line for each element. */
export async function seriousBarriers(page: Page, part = "body"): Promise<string[]> {
  await comeToRest(page);
  // Not as a script element, which the page's policy would refuse.
  await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ["violations"] };
  const { violations } = await page.evaluate(
    ({ part, grid, options }) => {
      const context = { include: part, exclude: grid };
      return (window as unknown as { axe: typeof axe }).axe.run(context, options);
    },
    { part, grid: GRID, options },
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}

/** Halfway between two looks, a button has the colours of neither. */
async function comeToRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
