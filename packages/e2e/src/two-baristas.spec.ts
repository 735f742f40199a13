import { expect, test } from "./actors";

test("of two baristas who take the same order one has it, and the other reads who", async ({
  customer,
  barista,
  otherBarista,
}) => {
  await Promise.all([customer.enter(), barista.open(), otherBarista.open()]);
  const number = await customer.order("Latte");
  await expect(barista.ticket(number)).toBeVisible();
  await expect(otherBarista.ticket(number)).toBeVisible();

  // The loser's button may be gone before it is tapped: that, too, is losing.
  await Promise.allSettled([barista.tap(number, "Make", 2_000), otherBarista.tap(number, "Make", 2_000)]);
  await expect(customer.status(/Ana|Ben/)).toBeVisible();
  const winner = (await customer.status(/Ana/).count()) > 0 ? "Ana" : "Ben";
  const loser = winner === "Ana" ? otherBarista : barista;
  await expect(loser.ticket(number)).toContainText(winner);
  await expect(loser.ticket(number).getByRole("button", { name: "Complete", exact: true })).toHaveCount(0);
});
