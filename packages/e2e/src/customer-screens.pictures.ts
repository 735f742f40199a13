import { type Customer, test } from "./actors";
import type { See } from "./see";
import { takePicture } from "./take-picture";
import { tourBefore, tourOfOrder } from "./tour-customer";

/** A phone as people hold it, without a browser's own bars, unless `SCREENS_SIZE` says otherwise: "1440x900". */
const [width = 390, height = 844] = (process.env.SCREENS_SIZE ?? "").split("x").map(Number).filter(Boolean);
const size = { width, height };

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    /** What is in the window. */
    function camera({ page }: Customer): See {
      return (screen) => takePicture(page, `customer-${screen}-${colorScheme}`);
    }

    test("pictures of the customer's app before an order", async ({ customer }) => {
      await customer.page.setViewportSize(size);
      await tourBefore(customer, camera(customer));
    });

    test("pictures of the customer's app with an order", async ({ customer }) => {
      test.setTimeout(180_000);
      await customer.page.setViewportSize(size);
      await tourOfOrder(customer, camera(customer));
    });
  });
}
