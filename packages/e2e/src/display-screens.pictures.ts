import { test } from "./actors";
import { readShop, setShop } from "./set-shop";
import { takePicture } from "./take-picture";
import { tourOfWall } from "./tour-display";
import { clearBoard, fillBoard, walls } from "./wall";

/** A wall upright tells the same: only its layouts are shown. */
const standing = ["nobody-waits", "board", "board-newest", "closed", "no-connection"];

for (const theme of ["light", "dark"] as const) {
  test(`pictures of the shop's screen: ${theme}`, async ({ display }, info) => {
    test.setTimeout(240_000);
    const { page, stack } = display;
    const take = (screen: string) => takePicture(page, `display-${screen}-${theme}`);
    await tourOfWall(display, {
      eventId: "default",
      theme,
      guests: `${theme}.${info.testId}`,
      async see(screen) {
        await take(screen);
        if (!standing.includes(screen)) return;
        await page.setViewportSize(walls.standing);
        await take(`${screen}-standing`);
        await page.setViewportSize(walls.lying);
      },
    });
    const { limits } = await readShop(stack);
    await setShop(stack, { limits: { maxOrdersInQueue: 100 } });
    const orders = await fillBoard(stack, "default", `more.${theme}`, { waiting: 40, making: 4, ready: 16 });
    await page.clock.fastForward(10_000);
    await take("sixty");
    await clearBoard(stack, "default", orders);
    await setShop(stack, { limits });
  });
}
