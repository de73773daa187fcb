import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds serious or worse on the page, or in one part of it: one line for each element. */
export async function seriousBarriers(page: Page, part = "body"): Promise<string[]> {
  // Not as a script element, which the page's policy would refuse.
  await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ["violations"] };
  const { violations } = await page.evaluate(
    ({ part, options }) => (window as unknown as { axe: typeof axe }).axe.run(part, options),
    { part, options },
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
}
