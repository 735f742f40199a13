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

  await Promise.allSettled([barista.tap(number, "Make"), otherBarista.tap(number, "Make")]);
  await expect(customer.status(/Ana|Ben/)).toBeVisible();
  const winner = (await customer.status(/Ana/).count()) > 0 ? "Ana" : "Ben";
  const loser = winner === "Ana" ? otherBarista : barista;
  await expect(loser.ticket(number)).toContainText(winner);
  await expect(loser.ticket(number).getByRole("button", { name: "Complete", exact: true })).toHaveCount(0);
});
