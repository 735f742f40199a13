import { type Display, expect } from "./actors";
import { ApiUser } from "./api-user";
import { breakPage } from "./break-page";
import { type FaultyFeed, faultyFeed } from "./faulty-feed";
import { heading, type See } from "./see";
import { readShop, setShop } from "./set-shop";
import { clearBoard, fillBoard } from "./wall";

interface Tour {
  see: See;
  eventId: string;
  theme: "light" | "dark";
  /** Makes addresses of guests that nobody has had. */
  guests: string;
}

/** The shop's screen in each of its states, one after the other; the shop is as before afterwards. */
export async function tourOfWall(display: Display, tour: Tour): Promise<void> {
  const { page, stack } = display;
  const { see, eventId, theme } = tour;
  const { limits } = await readShop(stack, eventId);
  const feed = await faultyFeed(page);
  await page.clock.install();
  await page.goto(`${stack.displayUrl}/?eventId=${eventId}&theme=${theme}`);
  await heading(page, "This screen is not signed in");
  await see("signed-out");
  // Whoever writes a T means the letter, not the key that changes the theme.
  await page.getByRole("textbox", { name: "E-mail" }).pressSequentially("Ttt@t");
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  await display.signIn();
  await heading(page, "What may we make you?");
  await expect(page.getByRole("status").filter({ hasText: /^live/i })).toBeVisible();
  await see("nobody-waits");
  await seeBoard(display, tour);
  await seeShut(display, tour);
  await setShop(stack, { status: "open", message: null, reopensAt: null, limits }, eventId);
  await heading(page, "What may we make you?");
  await seeFailures(display, feed, tour);
}

async function seeBoard({ page, stack }: Display, { see, eventId, guests }: Tour): Promise<void> {
  const { menu, limits } = await readShop(stack, eventId);
  const drinks = menu.drinks.map(({ id }) => id);
  const manager = await ApiUser.signIn(stack, "manager@example.com", eventId);
  const orders = await fillBoard(stack, eventId, guests, { waiting: 4, making: 3, ready: 2, drinks });
  const [, , third = ""] = orders;
  const ready = page.getByRole("region", { name: "Ready" });
  await expect(ready.getByRole("listitem").filter({ hasText: /\d/ })).toHaveCount(2);
  // In its own time: the age of what comes next is told by the page's clock, and one put forward is wrong for a while.
  await expect(ready.getByRole("status")).toBeHidden();
  await see("board");
  // Whoever makes it, a manager may say that it is ready.
  await manager.must("POST", `/orders/${third}/complete`);
  await expect(ready.getByRole("status")).toContainText("is ready");
  await see("board-newest");
  await page.clock.fastForward(10_000);
  await setShop(stack, { limits: { ...limits, maxOrdersInQueue: 1 } }, eventId);
  await heading(page, "The bar is full");
  await see("board-full");
  await setShop(stack, { status: "closed", limits }, eventId);
  await heading(page, "The bar is closed");
  await see("board-closed");
  await setShop(stack, { status: "open" }, eventId);
  await clearBoard(stack, eventId, orders);
}

async function seeShut({ page, stack }: Display, { see, eventId, guests }: Tour): Promise<void> {
  const { limits, serverTime } = await readShop(stack, eventId);
  const inMinutes = (minutes: number) => new Date(Date.parse(serverTime) + minutes * 60_000).toISOString();
  await setShop(stack, { limits: { ...limits, maxOrdersInQueue: 0 } }, eventId);
  await heading(page, "The bar is full");
  await see("full");
  // A guest who has been let in and has not chosen yet is on no board.
  const guest = await ApiUser.signIn(stack, `${guests}.last@example.com`, eventId);
  await setShop(stack, { limits: { ...limits, drinksPerCode: 1 } }, eventId);
  const order = await guest.enter().catch(() => null);
  await heading(page, "This code is used up");
  await expect(page.getByText(/A new code at \d\d:\d\d, in /)).toBeVisible();
  await see("exhausted");
  if (order) await guest.call("POST", `/orders/${order}/cancel`);
  await setShop(
    stack,
    { status: "paused", message: "We clean the machine", reopensAt: inMinutes(25), limits },
    eventId,
  );
  await heading(page, "A short pause");
  await expect(page.getByText(/back at \d\d:\d\d/)).toBeVisible();
  await see("paused");
  await setShop(stack, { status: "closed", message: null, reopensAt: inMinutes(30 * 60) }, eventId);
  await heading(page, "The bar is closed");
  await expect(page.getByText(/We are back (tomorrow|on \w+) at \d\d:\d\d/)).toBeVisible();
  await see("closed");
}

async function seeFailures(
  { page, stack }: Display,
  feed: FaultyFeed,
  { see, eventId, guests }: Tour,
): Promise<void> {
  const orders = await fillBoard(stack, eventId, `${guests}.late`, { waiting: 2, ready: 1 });
  await expect(page.getByRole("region", { name: "Ready" }).getByText("is ready")).toBeVisible();
  await page.route(`${stack.apiUrl}/**`, (route) => route.abort("connectionfailed"));
  await feed.end();
  await page.clock.fastForward(17_000);
  await expect(page.getByRole("alert").first()).toContainText("No connection");
  await see("stale");
  await page.clock.fastForward(180_000);
  await heading(page, "No connection");
  await expect(page.getByRole("region", { name: "Preparing" })).toBeHidden();
  await see("no-connection");
  await page.unroute(`${stack.apiUrl}/**`);
  feed.mend();
  await page.clock.fastForward(12_000);
  await heading(page, "Preparing");
  await clearBoard(stack, eventId, orders);
  await heading(page, "What may we make you?");
  // It would load itself anew, and be right again, while one looks at it.
  await page.route(`${stack.displayUrl}/**`, (route) => route.abort("connectionfailed"));
  await breakPage(page);
  await heading(page, "One moment");
  await see("broken");
  await page.unroute(`${stack.displayUrl}/**`);
  await page.clock.runFor(8_000);
  await heading(page, "What may we make you?");
}
