import { test } from "./actors";
import { hasNoViolation } from "./axe";
import { fitsNarrow } from "./reflow";
import type { See } from "./see";
import { seeMenu } from "./tour-bar-menu";
import { seeShop } from "./tour-bar-shop";
import { tourOfQueue } from "./tour-barista";
import { seeNumbers, seeOrders, seeWalkUp } from "./tour-day";
import { seeStaff, seeTraining } from "./tour-staff";

const tours = [tourOfQueue, seeShop, seeMenu, seeNumbers, seeOrders, seeWalkUp, seeStaff, seeTraining];

/** `npm test` looks at each state where its journey leads; `npm run test:full` at every one, in both themes. */
const themes = process.env.TEST_FULL ? (["light", "dark"] as const) : [];

for (const colorScheme of themes) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const tour of tours) {
      test(`no state behind the bar has a violation or is too wide: ${tour.name}`, async ({ barista }) => {
        test.setTimeout(300_000);
        const see: See = async (screen) => {
          await hasNoViolation(barista.page, screen);
          await fitsNarrow(barista.page, screen);
        };
        await tour(barista, see);
      });
    }
  });
}
