import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { names } from "./aws-clients";
import { cognito } from "./cognito";
import { rowsOf } from "./secrets-of";

test("a deleted account leaves nothing that tells of its customer, and no ticket", async ({
  customer,
  barista,
  stack,
}) => {
  const { page, email } = customer;
  const known = await ApiUser.signIn(stack, email);
  await Promise.all([customer.enter(), barista.open()]);
  const number = await customer.order("Latte");
  await expect(barista.ticket(number)).toBeVisible();

  await page.goto(`${stack.customerUrl}/account`);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole("button", { name: "Delete my account" }).click();
  await page.getByRole("button", { name: "Yes, delete it" }).click();
  await expect(page.getByRole("heading", { name: "Your account is deleted" })).toBeVisible();
  await expect(barista.ticket(number)).toBeHidden();

  const { userPoolId: UserPoolId } = await stack.config();
  await expect(cognito(stack, "AdminGetUser", { UserPoolId, Username: email })).rejects.toThrow(
    "UserNotFoundException",
  );
  const rows = await Promise.all(
    [names.orderTable, names.validatorTable].map((table) => rowsOf(stack, table)),
  );
  const left = rows.flat().map((row) => JSON.stringify(row));
  expect(left.filter((row) => row.includes(email))).toEqual([]);
  // For a day the shops know that its tokens order nothing more, and nothing else.
  const tombstone = /"isForgotten":\{"BOOL":true\}|"revokedAt":/;
  expect(left.filter((row) => row.includes(known.sub) && !tombstone.test(row))).toEqual([]);
  expect(await known.redeem()).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });

  await page.goto(`${stack.customerUrl}/orders`);
  await customer.signIn();
  await expect(page.getByRole("heading", { name: "My orders" })).toBeVisible();
  await expect(page.getByText("Latte")).toHaveCount(0);
});
