import { Customer, expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { cognito, renewTokens } from "./cognito";
import { shops } from "./seeds";

/** An access token lives an hour. */
const tokenLifeSeconds = 3600;

test("a sign-in is renewed unseen while a customer takes their time", async ({ customer, stack }) => {
  await customer.enter(shops.patient);
  await stack.advance(tokenLifeSeconds + 1);
  expect(await customer.order("Espresso")).toBeGreaterThan(0);
});

test("a sign-in that ended in the middle of an order costs a new code, and not the order", async ({
  customer,
  otherCustomer,
  stack,
}) => {
  const phone = customer;
  const laptop = new Customer(otherCustomer.page, stack, phone.email);
  await phone.enter(shops.patient);
  await laptop.page.goto(`${stack.customerUrl}/account`);
  await laptop.signIn();
  await laptop.page.getByRole("button", { name: "Sign out on all devices" }).click();
  await expect(laptop.page.getByRole("heading", { name: "You are signed out on all devices" })).toBeVisible();

  // The phone notices when its token has run out.
  await stack.advance(tokenLifeSeconds + 1);
  await phone.page.getByRole("radio", { name: /^Espresso/ }).check();
  await phone.page.getByRole("button", { name: "Order", exact: true }).click();
  await phone.signIn();
  const number = await phone.number();

  const barista = await ApiUser.signIn(stack, "barista@example.com", shops.patient);
  const { body } = await barista.call("GET", "/orders?state=open");
  expect(body).toMatchObject({ orders: expect.arrayContaining([expect.objectContaining({ number })]) });
});

test("a refresh token is good again, hours after an answer to it was lost, until it is revoked", async ({
  stack,
}, info) => {
  const { tokens } = await ApiUser.signIn(stack, `again.${info.testId}@example.com`);
  await renewTokens(stack, tokens);
  await stack.advance(4 * tokenLifeSeconds);
  const { access } = await renewTokens(stack, tokens);
  expect((await new ApiUser(stack, { ...tokens, access }).call("GET", "/myOrders")).status).toBe(200);
  const { userPoolClientId: ClientId } = await stack.config();
  await cognito(stack, "RevokeToken", { ClientId, Token: tokens.refresh });
  await expect(renewTokens(stack, tokens)).rejects.toThrow("NotAuthorizedException");
});
