import { expect, test } from "./actors";
import { hasNoViolation } from "./axe";
import { asked, cut } from "./faults";
import { shops } from "./seeds";
import { behindBar, clearBar, hangTickets } from "./tickets";

test.beforeEach(({ stack }) => clearBar(stack));

test("B3 whoever signs out has their last taps sent first, and is asked where the shop does not answer", async ({
  barista,
  stack,
}) => {
  const { page } = barista;
  const [first, second] = await hangTickets(stack, 2);
  if (!first || !second) throw new Error("two tickets were to be hung");
  const ben = await behindBar(stack, "ben@example.com");
  for (const { id } of [first, second]) await ben.must("POST", `/orders/${id}/complete`);
  await barista.open(shops.bar);
  const signOut = async () => {
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
  };
  const collect = (number: number) =>
    page
      .getByRole("region", { name: "Ready" })
      .getByRole("article", { name: `Order ${number}` })
      .getByRole("button", { name: "Collect" })
      .click();
  const email = page.getByRole("textbox", { name: "E-mail" });

  const mend = await cut(page, asked.collect);
  await collect(first.number);
  await signOut();
  const question = page.getByRole("dialog", { name: "1 tap is not sent yet" });
  await expect(question).toBeVisible();
  await hasNoViolation(page, "a tap that is not sent when somebody leaves");
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(question).toBeHidden();
  expect((await ben.order(first.id)).state).toBe("COMPLETED");
  await mend();
  await expect.poll(async () => (await ben.order(first.id)).state).toBe("COLLECTED");

  await collect(second.number);
  await signOut();
  await expect(email).toBeVisible();
  expect((await ben.order(second.id)).state).toBe("COLLECTED");
});
