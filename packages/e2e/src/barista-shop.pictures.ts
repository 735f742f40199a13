import { type Barista, test } from "./actors";
import type { See } from "./see";
import { takePicture } from "./take-picture";
import { seeMenu } from "./tour-bar-menu";
import { seeShop } from "./tour-bar-shop";

const screens = {
  tablet: { width: 1180, height: 820 },
  desktop: { width: 1920, height: 1080 },
} as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const [device, viewport] of Object.entries(screens)) {
    test.describe(`${colorScheme}, ${device}`, () => {
      test.use({ colorScheme });

      function camera({ page }: Barista): See {
        return (screen) => takePicture(page, `barista-${screen}-${device}-${colorScheme}`, "disabled");
      }

      for (const tour of [seeShop, seeMenu]) {
        test(`pictures behind the bar: ${tour.name}`, async ({ barista }) => {
          test.setTimeout(180_000);
          await barista.page.setViewportSize(viewport);
          await tour(barista, camera(barista));
        });
      }
    });
  }
}
