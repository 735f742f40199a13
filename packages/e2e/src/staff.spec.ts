import { Barista, expect, test } from "./actors";

test("a manager lets a barista in, and out again: the queue closes before them within a minute", async ({
  barista,
  otherBarista,
  stack,
}, info) => {
  const manager = new Barista(barista.page, stack, "manager@example.com");
  const nina = new Barista(otherBarista.page, stack, `nina.${info.testId}@example.com`);
  const staff = manager.page.getByRole("region", { name: "Staff" });
  await manager.open();
  await manager.page.getByRole("link", { name: "Staff" }).click();
  await manager.page.getByRole("textbox", { name: "E-mail" }).fill(nina.email);
  await manager.page.getByRole("textbox", { name: "Shown name" }).fill("Nina");
  await manager.page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(staff.getByRole("button", { name: "Remove Nina" })).toBeVisible();
  await expect(staff.getByRole("button", { name: "Remove Marta" })).toHaveCount(0);

  await nina.open();
  await staff.getByRole("button", { name: "Remove Nina" }).click();
  await manager.page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await expect(manager.page.getByText("Nina has been removed.")).toBeVisible();
  await expect(nina.page.getByRole("heading", { name: "This side of the bar is for baristas." })).toBeVisible(
    { timeout: 60_000 },
  );
});
