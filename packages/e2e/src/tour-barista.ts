import { type Barista, expect } from "./actors";
import type { ApiUser } from "./api-user";
import { breakPage, mendPage } from "./break-page";
import { asked, cut, hang, refuse } from "./faults";
import { heading, type See } from "./see";
import { shops } from "./seeds";
import { behindBar, clearBar, type Hung, hangTicket, hangTickets } from "./tickets";

const flatWhite = { drink: "flat-white", modifiers: ["oat-milk"] };

/** Every screen of the queue in every state. */
export async function tourOfQueue(barista: Barista, see: See): Promise<void> {
  const { page, stack } = barista;
  await clearBar(stack);
  await seeDoor(barista, see);
  await see("queue-empty");
  const ben = await behindBar(stack, "ben@example.com");
  const hung = await fillQueue(barista, ben);
  await page.reload();
  await barista.isLive();
  await see("queue");
  await seeTaps(barista, hung, see);
  await seeSheets(barista, hung, see);
  await seeLeaving(barista, hung, see);
  await seeLoss(barista, ben, see);
  await seeBroken(barista, see);
  await clearBar(stack);
}

async function seeDoor(barista: Barista, see: See): Promise<void> {
  const { page, stack } = barista;
  await page.goto(`${stack.baristaUrl}/?eventId=${shops.bar}`);
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeVisible();
  await see("sign-in");
  const slow = await hang(page, asked.tickets);
  await barista.signIn();
  await expect(page.getByRole("status", { name: "The queue is being fetched" })).toBeVisible();
  await see("queue-loading");
  await slow();
  const lost = await cut(page, asked.tickets);
  await page.reload();
  await expect(page.getByRole("heading", { name: "The shop does not answer." })).toBeVisible({
    timeout: 30_000,
  });
  await see("queue-unreachable");
  await lost();
  await page.reload();
  await barista.isLive();
}

/** Two on the counter, one late, one ageing that Ben has, one of the viewer's own, some that wait. */
async function fillQueue({ stack }: Barista, ben: ApiUser): Promise<Hung[]> {
  const ana = await behindBar(stack, "barista@example.com");
  const counter = await hangTickets(stack, 2);
  for (const { id } of counter) await ben.must("POST", `/orders/${id}/complete`);
  const late = await hangTicket(stack, flatWhite);
  await stack.advance(130);
  const ageing = await hangTickets(stack, 2);
  await stack.advance(125);
  const fresh = [...(await hangTickets(stack, 2, flatWhite)), ...(await hangTickets(stack, 1))];
  await ben.must("POST", `/orders/${ageing[0]?.id}/make`);
  await ana.must("POST", `/orders/${late.id}/make`);
  return [late, ...ageing, ...fresh];
}

/** What a tap leaves behind: a gap with a way back, a claim, a refusal. */
async function seeTaps(barista: Barista, hung: readonly Hung[], see: See): Promise<void> {
  const { page } = barista;
  const [late, , ageing, fresh] = hung.map(({ number }) => number);
  await barista.tap(late ?? 0, "Complete");
  await expect(barista.gap(late ?? 0)).toContainText("ready");
  await see("queue-undo");
  await barista
    .gap(late ?? 0)
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(barista.ticket(late ?? 0)).toContainText("You have it");
  const refused = await refuse(page, asked.make, { code: "forbidden", message: "Not for you." });
  await barista.tap(fresh ?? 0, "Make");
  await expect(page.getByRole("button", { name: "Close this notice" })).toBeVisible();
  await see("queue-refused");
  await refused();
  await expect(page.getByRole("button", { name: "Close this notice" })).toHaveCount(0);
  await page.keyboard.press("3");
  await expect(barista.ticket(ageing ?? 0)).toBeFocused();
  await see("queue-keys");
}

async function seeSheets(barista: Barista, hung: readonly Hung[], see: See): Promise<void> {
  const { page } = barista;
  await barista.tap(hung[3]?.number ?? 0, "More");
  await expect(page.getByRole("dialog")).toBeVisible();
  await see("queue-more");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog", { name: "By keyboard" })).toBeVisible();
  await see("keys");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "Account" }).click();
  await see("account");
  await page.getByRole("button", { name: "Sounds and keys" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await see("device");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Signing out with a tap that the shop does not answer. */
async function seeLeaving(barista: Barista, hung: readonly Hung[], see: See): Promise<void> {
  const { page } = barista;
  const mend = await cut(page, asked.make);
  await barista.tap(hung[4]?.number ?? 0, "Make");
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  const question = page.getByRole("dialog", { name: "1 tap is not sent yet" });
  await expect(question).toBeVisible();
  await see("leave");
  await question.getByRole("button", { name: "Stay" }).click();
  await mend();
  await expect(barista.ticket(hung[4]?.number ?? 0)).toContainText("You have it");
}

/** No connection, and what it brought when it was back. */
async function seeLoss(barista: Barista, ben: ApiUser, see: See): Promise<void> {
  const { page, stack } = barista;
  await page.clock.install();
  await page.reload();
  await barista.isLive();
  await page.context().setOffline(true);
  await page.clock.runFor(20_000);
  await expect(page.getByText("No connection")).toBeVisible();
  await see("queue-stale");
  const { id } = await hangTicket(stack);
  await ben.must("POST", `/orders/${id}/make`);
  await page.context().setOffline(false);
  await page.clock.resume();
  await expect(page.getByText("While the connection was away:")).toBeVisible();
  await see("queue-missed");
}

/** A page that breaks while it is drawn, and that was loaded anew so lately that it waits for a hand. */
async function seeBroken({ page }: Barista, see: See): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem("serverlesspresso.reloaded-at", String(Date.now())));
  await breakPage(page, "ages");
  await heading(page, "This page spilt something.");
  await mendPage(page);
  await see("broken");
}
