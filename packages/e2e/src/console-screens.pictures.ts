import { fileURLToPath } from "node:url";
import { test } from "./actors";
import { ConsolePage } from "./console-page";
import { tourOfConsole } from "./tour-console";

const folder =
  process.env.SCREENS_FOLDER ?? fileURLToPath(new URL("../../../docs/screens/", import.meta.url));

const sizes = {
  desktop: { width: 1280, height: 860 },
  phone: { width: 390, height: 844 },
} as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const size of ["desktop", "phone"] as const) {
    test(`pictures of the console page: ${size}, ${colorScheme}`, async ({ browser, stack }) => {
      test.setTimeout(180_000);
      const at = await ConsolePage.open(browser, stack, { colorScheme, viewport: sizes[size] });
      await tourOfConsole(at, stack, `${size}-${colorScheme}`, async (view) => {
        const name = size === "desktop" ? view : `${view}-${size}`;
        await at.page.evaluate(() => scrollTo(0, 0));
        await at.page.screenshot({ path: `${folder}console-${name}-${colorScheme}.png`, scale: "css" });
      });
      await at.close();
    });
  }
}
