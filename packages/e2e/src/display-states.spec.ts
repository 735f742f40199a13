import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { fitsNarrow } from "./reflow";
import { shops } from "./seeds";
import { tourOfWall } from "./tour-display";
import { legibilityOf, walls } from "./wall";

/** `npm test` walks along the wall by day; `npm run test:full` by night, too. */
const themes = process.env.TEST_FULL ? (["light", "dark"] as const) : (["light"] as const);

for (const theme of themes) {
  test(`${theme}: each state is told on the whole wall, lying and standing, and can be read by everybody`, async ({
    display,
  }, info) => {
    test.setTimeout(process.env.TEST_FULL ? 300_000 : 180_000);
    const { page } = display;
    await tourOfWall(display, {
      eventId: shops.doors,
      theme,
      guests: `${theme}.${info.testId}`,
      async see(screen) {
        for (const [wall, size] of Object.entries(walls)) {
          await page.setViewportSize(size);
          // The numbers find their places anew once the wall has told its new size.
          await expect.poll(overflowing, `${screen}, ${wall}: nothing is cut off`).toEqual([]);
          // Who signs the screen in stands before it.
          const read = screen === "signed-out" ? [] : await legibilityOf(page);
          expect(
            read.filter(({ contrast }) => contrast < 7),
            `${screen}, ${wall}: 7:1`,
          ).toEqual([]);
        }
        await page.setViewportSize(walls.lying);
        await hasNoViolation(page, screen);
        if (process.env.TEST_FULL) await fitsNarrow(page, screen);
        await page.setViewportSize(walls.lying);
      },
    });

    /** What does not fit into the window or into its box. */
    function overflowing(): Promise<string[]> {
      return page.evaluate(() => {
        const { clientWidth, clientHeight } = document.documentElement;
        return [...document.querySelectorAll("main *")]
          .filter((element) => element instanceof HTMLElement && !element.closest(".sr-only"))
          .filter((element) => {
            const { right, bottom, width } = element.getBoundingClientRect();
            return width > 0 && (right > clientWidth + 1 || bottom > clientHeight + 1);
          })
          .map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`);
      });
    }
  });
}
