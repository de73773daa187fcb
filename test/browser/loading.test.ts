import { seriousBarriers } from "./support/accessibility";
import { describeWithChromium, onPage } from "./support/onPage";

describeWithChromium("the page as any web server gives it", () => {
  for (const from of ["page", "subfolder"] as const) {
    test(
      `shows itself, served as ${from}`,
      onPage({ from }, async ({ page }) => {
        await page.locator("#app > *").first().waitFor();
        expect(await page.title()).toBe("决算公开助手");
      }),
    );
  }

  test(
    "has nothing in the way of a keyboard or a screen reader",
    onPage({}, async ({ page }) => {
      await page.locator("#app > *").first().waitFor();
      expect(await seriousBarriers(page)).toEqual([]);
    }),
  );

  test("reaches nothing but its own files, and a test would notice", async () => {
    const visit = onPage({}, async ({ page }) => {
      await page.evaluate(() => fetch("https://example.org/").catch(() => undefined));
    });
    await expect(visit()).rejects.toThrow(/connect-src/);
  });
});
