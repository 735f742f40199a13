import { type Barista, test } from "./actors";
import type { See } from "./see";
import { takePicture } from "./take-picture";
import { seeNumbers, seeOrders, seeWalkUp } from "./tour-day";
import { seeStaff, seeTraining } from "./tour-staff";

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

      for (const tour of [seeNumbers, seeOrders, seeWalkUp, seeStaff, seeTraining]) {
        test(`pictures of the day: ${tour.name}`, async ({ barista }) => {
          await barista.page.setViewportSize(viewport);
          await tour(barista, camera(barista));
        });
      }
    });
  }
}
