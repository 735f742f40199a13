import { test } from "./actors";
import { hasNoViolation } from "./axe";
import { fitsNarrow } from "./reflow";
import type { See } from "./see";
import { tourBefore, tourOfOrder } from "./tour-customer";

/** `npm test` looks at each screen where its journey leads; `npm run test:full` at every state, in both themes. */
const themes = process.env.TEST_FULL ? (["light", "dark"] as const) : [];

for (const colorScheme of themes) {
  for (const tour of [tourBefore, tourOfOrder]) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test(`no state of the customer's app has a violation or is too wide: ${tour.name}`, async ({
        customer,
      }) => {
        test.setTimeout(300_000);
        const see: See = async (screen) => {
          await hasNoViolation(customer.page, screen);
          await fitsNarrow(customer.page, screen);
        };
        await tour(customer, see);
      });
    });
  }
}
