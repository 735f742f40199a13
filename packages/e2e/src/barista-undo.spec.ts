import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { asked, loseAnswers } from "./faults";
import { shops } from "./seeds";
import { behindBar, clearBar, hangTicket } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

test("B3 make and complete are undone by their inverse, and the ticket hangs where it was with its old age", async ({
  barista,
  stack,
}) => {
  const { id, number } = await hangTicket(stack);
  const ana = await behindBar(stack, "barista@example.com");
  await barista.open(shops.bar);
  const before = await ana.order(id);
  await barista.tap(number, "Make");
  // By a key: two taps as soon as these, in one place, are a slip.
  await barista.ticket(number).getByRole("button", { name: "Undo", exact: true }).press("Enter");
  await expect(barista.ticket(number).getByRole("button", { name: "Make" })).toBeVisible();

  await barista.tap(number, "Complete");
  await barista.gap(number).getByRole("button", { name: "Undo" }).click();
  await expect(barista.ticket(number).getByRole("button", { name: "Make" })).toBeVisible();
  await expect.poll(async () => (await ana.order(id)).version).toBe(before.version + 5);
  const { state, submittedAt } = await ana.order(id);
  expect({ state, submittedAt }).toEqual({ state: "SUBMITTED", submittedAt: before.submittedAt });
});

test("B3 collect and cancel are not sent while they can be undone, and Undo brings the ticket back", async ({
  barista,
  stack,
}) => {
  const [{ id, number }, other] = [await hangTicket(stack), await hangTicket(stack)];
  const ana = await behindBar(stack, "barista@example.com");
  await barista.open(shops.bar);
  const sent: string[] = [];
  barista.page.on("request", (request) => {
    if (request.method() === "POST") sent.push(new URL(request.url()).pathname.split("/").at(-1) ?? "");
  });
  await barista.cancel(number, "It was ordered twice");
  await barista.gap(number).getByRole("button", { name: "Undo" }).click();
  await expect(barista.ticket(number)).toBeVisible();

  await barista.tap(other.number, "Complete");
  await barista.tap(other.number, "Collect");
  const counter = barista.page.getByRole("region", { name: "Ready" });
  await counter.getByRole("button", { name: "Undo" }).click();
  await expect(counter.getByRole("article", { name: `Order ${other.number}` })).toBeVisible();
  expect(sent).toEqual(["complete"]);
  expect((await ana.order(id)).state).toBe("SUBMITTED");
  expect((await ana.order(other.id)).state).toBe("COMPLETED");
  // Last, as a look takes longer on a busy machine than it can be undone.
  await barista.cancel(number, "It was ordered twice");
  await hasNoViolation(barista.page, "a cancelled ticket that can come back");
});

test("B3 a ticket that somebody takes while a reason is chosen is cancelled in sight, and can be undone", async ({
  barista,
  stack,
}) => {
  const { id, number } = await hangTicket(stack);
  const [ana, ben] = [
    await behindBar(stack, "barista@example.com"),
    await behindBar(stack, "ben@example.com"),
  ];
  await barista.open(shops.bar);
  await barista.tap(number, "More");
  await ben.must("POST", `/orders/${id}/make`);
  await expect(barista.page.getByText("Ben has it")).toBeVisible();
  await barista.page.getByRole("dialog").getByRole("button", { name: "It was ordered twice" }).click();
  await barista.gap(number).getByRole("button", { name: "Undo" }).click();
  await expect(barista.ticket(number)).toContainText("Ben has it");
  expect((await ana.order(id)).state).toBe("MAKING");
});

test("B3 what is held survives a reload, can still be undone then, and is sent once though an answer is lost", async ({
  barista,
  stack,
}) => {
  const [held, undone] = [await hangTicket(stack), await hangTicket(stack)];
  const ana = await behindBar(stack, "barista@example.com");
  const { page } = barista;
  for (const { id } of [held, undone]) await ana.must("POST", `/orders/${id}/complete`);
  await barista.open(shops.bar);
  const lost = await loseAnswers(page, asked.collect, 1);
  const keys = new Set<string | undefined>();
  page.on("request", (request) => {
    if (request.url().includes("/collect")) keys.add(request.headers()["idempotency-key"]);
  });
  await barista.tap(held.number, "Collect");
  await barista.tap(undone.number, "Collect");
  await page.reload();
  await barista.gap(undone.number).getByRole("button", { name: "Undo" }).click();
  await expect(barista.ticket(held.number)).toHaveCount(0);
  await expect(barista.ticket(undone.number)).toBeVisible();
  await expect.poll(async () => (await ana.order(held.id)).state).toBe("COLLECTED");
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /command/.test(key))))
    .toEqual([]);
  expect(lost.count).toBe(1);
  expect(keys.size).toBe(1);
  expect((await ana.order(undone.id)).state).toBe("COMPLETED");
});

test("B3 a drink is recalled until it is collected, by whoever is asked, with its old age", async ({
  barista,
  stack,
}) => {
  const [early, late] = [await hangTicket(stack), await hangTicket(stack)];
  const ben = await behindBar(stack, "ben@example.com");
  await ben.must("POST", `/orders/${early.id}/complete`);
  await barista.open(shops.bar);
  await barista.tap(early.number, "Recall");
  await expect(barista.ticket(early.number)).toContainText("You have it");
  const rail = barista.page.getByRole("region", { name: "To make" });
  await expect(rail.getByRole("article").first()).toHaveAccessibleName(`Order ${early.number}`);
  await expect(rail.getByRole("article")).toHaveCount(2);
  await expect(barista.ticket(late.number)).toBeVisible();
});
