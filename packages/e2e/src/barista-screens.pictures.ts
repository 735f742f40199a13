import { test } from "./actors";
import type { See } from "./see";
import { takePicture } from "./take-picture";
import { tourOfQueue } from "./tour-barista";

const screens = { tablet: { width: 1180, height: 820 }, desktop: { width: 1920, height: 1080 } };

for (const colorScheme of ["light", "dark"] as const) {
  for (const [kind, size] of Object.entries(screens)) {
    test.describe(`${colorScheme}, ${kind}`, () => {
      test.use({ colorScheme });

      test("pictures of the barista's queue", async ({ barista }) => {
        test.setTimeout(180_000);
        await barista.page.setViewportSize(size);
        const see: See = (screen) => takePicture(barista.page, `barista-${screen}-${kind}-${colorScheme}`);
        await tourOfQueue(barista, see);
      });
    });
  }
}
