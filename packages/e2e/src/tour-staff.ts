import { trainingEventId } from "@serverlesspresso/contracts/names";
import { Actor, type Barista, expect } from "./actors";
import { ApiUser } from "./api-user";
import { asked, cut, hang } from "./faults";
import { heading, type See } from "./see";
import { shops } from "./seeds";
import { openBehindBar } from "./tour-day";

const eventId = shops.sign;

/** The staff in every state: before whom the door stays shut, who works here, somebody who comes and goes. */
export async function seeStaff(barista: Barista, see: See): Promise<void> {
  const { page, stack } = barista;
  const staff = page.getByRole("region", { name: "Staff" });
  await page.goto(`${stack.baristaUrl}/?eventId=${eventId}`);
  await new Actor(page, stack, "a.guest@example.com").signIn();
  await heading(page, "This side of the bar is for baristas.");
  await see("not-behind-bar");
  await page.getByRole("button", { name: "Use another address" }).click();
  await barista.signIn();
  await barista.isLive();
  await page.goto(`${stack.baristaUrl}/staff?eventId=${eventId}`);
  await heading(page, "The managers look after the staff.");
  await see("staff-barista");
  await page.getByRole("link", { name: "To the queue" }).click();
  await signInAsManager(barista);

  await page.getByRole("link", { name: "Staff" }).click();
  await expect(staff.getByText("Marta")).toBeVisible();
  await see("staff");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toHaveAttribute("aria-invalid", "true");
  await see("staff-wrong");
  await page.getByRole("textbox", { name: "E-mail" }).fill("nora@example.com");
  await page.getByRole("textbox", { name: "Shown name" }).fill("Nora");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Nora can come in.")).toBeVisible();
  await expect(staff.getByText("Nora")).toBeVisible();
  await see("staff-added");
  await staff.getByRole("button", { name: "Remove Nora" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await see("staff-remove");
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByText("Nora has been removed.")).toBeVisible();
  await see("staff-removed");
  const slow = await hang(page, asked.staff);
  await page.reload();
  await expect(page.getByRole("status", { name: "The staff is being fetched" })).toBeVisible();
  await see("staff-loading");
  await slow();
  const gone = await cut(page, asked.staff);
  await page.reload();
  await heading(page, "The shop does not answer.");
  await see("staff-offline");
  await gone();
  await expect(staff.getByText("Marta")).toBeVisible();
}

async function signInAsManager({ page, stack }: Barista): Promise<void> {
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await new Actor(page, stack, "manager@example.com").signIn();
}

/** The bar to practise in, marked as such: nobody in it, and an order. */
export async function seeTraining(barista: Barista, see: See): Promise<void> {
  const { page, stack } = barista;
  await openBehindBar(barista, "/", trainingEventId);
  await expect(page.getByRole("region", { name: "Training" })).toBeVisible();
  await heading(page, "Nothing to make");
  await see("training-empty");
  const guest = await ApiUser.signIn(stack, `trainee.${Date.now()}@example.com`, trainingEventId);
  const order = await guest.enter();
  await guest.must("PUT", `/orders/${order}`, { drink: "espresso", modifiers: [] });
  await expect(page.getByRole("article")).toHaveCount(1);
  await see("training");
  await guest.must("POST", `/orders/${order}/cancel`);
  await expect(page.getByRole("article")).toHaveCount(0);
}
