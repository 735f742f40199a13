import { channels } from "@serverlesspresso/contracts/live";
import { Member } from "@serverlesspresso/contracts/staff";
import { expect, test } from "./actors";
import type { Answer } from "./api-call";
import { ApiUser } from "./api-user";
import { cognito, renewTokens } from "./cognito";
import { LiveSocket } from "./live-socket";
import { shops } from "./seeds";
import { readShop } from "./set-shop";
import type { Stack } from "./stack";

const espresso = { drink: "espresso", modifiers: [] };
const post = (who: ApiUser, path: string, body?: object) => who.call("POST", path, body);

/** An order that waits to be made, in the shop where its customer stands. */
async function submittedOrder(customer: ApiUser): Promise<string> {
  const id = await customer.enter();
  expect((await customer.call("PUT", `/orders/${id}`, espresso)).status).toBe(200);
  return id;
}

function isRefused(answer: Answer, status: number, code: string): void {
  expect(answer).toMatchObject({ status, body: { error: { code } } });
}

test("what one barista has claimed another can neither finish nor put back; a manager can", async ({
  stack,
}, info) => {
  const customer = await ApiUser.signIn(stack, `claim.${info.testId}@example.com`);
  const [ana, ben] = [
    await ApiUser.signIn(stack, "barista@example.com"),
    await ApiUser.signIn(stack, "ben@example.com"),
  ];
  const marta = await ApiUser.signIn(stack, "manager@example.com");
  const id = await submittedOrder(customer);
  expect((await post(ana, `/orders/${id}/make`)).status).toBe(200);
  for (const command of ["make", "unmake", "complete"]) {
    isRefused(await post(ben, `/orders/${id}/${command}`), 409, "order_conflict");
  }
  expect((await post(marta, `/orders/${id}/unmake`)).status).toBe(200);
  expect((await post(ben, `/orders/${id}/complete`)).status).toBe(200);
  expect((await post(ana, `/orders/${id}/collect`)).status).toBe(200);
});

test("staff of one shop reach nothing of another, by no way round", async ({ stack }, info) => {
  const customer = await ApiUser.signIn(stack, `round.${info.testId}@example.com`);
  const id = await submittedOrder(customer);
  const otto = await ApiUser.signIn(stack, "otto@example.com", shops.other);
  const olga = await ApiUser.signIn(stack, "olga@example.com", shops.other);
  const ben = await ApiUser.signIn(stack, "ben@example.com");

  expect((await otto.call("GET", "/orders?state=open")).body).toMatchObject({ orders: [] });
  isRefused(await post(otto, `/orders/${id}/make`), 404, "order_not_found");
  isRefused(await otto.call("GET", `/orders/${id}`), 404, "order_not_found");
  isRefused(await olga.call("DELETE", `/staff/${ben.sub}`), 409, "member_protected");
  isRefused(await olga.call("DELETE", `/staff/${olga.sub}`), 409, "member_protected");
  const promote = { email: "olga@example.com", name: "Olga", role: "display" };
  isRefused(await post(olga, "/staff", promote), 409, "member_protected");
  expect((await post(customer, `/orders/${id}/cancel`)).status).toBe(200);
});

test("a removed barista is out within a minute, with the token they have, and a customer with the next", async ({
  stack,
}, info) => {
  const email = `nina.${info.testId}@example.com`;
  const manager = await ApiUser.signIn(stack, "manager@example.com");
  const { id } = Member.parse((await post(manager, "/staff", { email, name: "Nina", role: "barista" })).body);
  const nina = await ApiUser.signIn(stack, email);
  expect(nina.sub).toBe(id);
  expect((await nina.call("GET", "/orders?state=open")).status).toBe(200);
  expect(await queueOf(stack, nina)).toBe("subscribed");

  expect((await manager.call("DELETE", `/staff/${id}`)).status).toBe(200);
  const removedAt = await now(stack);
  await expect.poll(async () => (await nina.call("GET", "/orders?state=open")).status).toBe(401);
  expect((await now(stack)) - removedAt).toBeLessThan(60_000);
  expect(await queueOf(stack, nina)).toBe("UnauthorizedException");

  const renewed = new ApiUser(stack, await renewTokens(stack, nina.tokens));
  isRefused(await renewed.call("GET", "/orders?state=open"), 403, "forbidden");
  expect((await renewed.call("GET", "/myOrders")).status).toBe(200);
  isRefused(await manager.call("DELETE", `/staff/${id}`), 404, "member_unknown");
});

test("an account whose address its owner has not confirmed is given no role", async ({ stack }, info) => {
  const email = `quicker.${info.testId}@example.com`;
  const manager = await ApiUser.signIn(stack, "manager@example.com");
  const mallory = await ApiUser.signIn(stack, email);
  const { userPoolId: UserPoolId } = await stack.config();
  const setVerified = (Value: string) =>
    cognito(stack, "AdminUpdateUserAttributes", {
      ...{ UserPoolId, Username: mallory.sub },
      UserAttributes: [{ Name: "email_verified", Value }],
    });
  await setVerified("false");
  const add = () => post(manager, "/staff", { email, name: "Quinn", role: "barista" });
  isRefused(await add(), 409, "member_protected");
  const renewed = new ApiUser(stack, await renewTokens(stack, mallory.tokens));
  isRefused(await renewed.call("GET", "/orders?state=open"), 403, "forbidden");
  await setVerified("true");
  expect((await add()).status).toBe(200);
  expect((await manager.call("DELETE", `/staff/${mallory.sub}`)).status).toBe(200);
});

test("nobody gives themselves a name that others read", async ({ stack }) => {
  const { tokens } = await ApiUser.signIn(stack, "barista@example.com");
  const UserAttributes = [{ Name: "name", Value: "The boss" }];
  const rename = cognito(stack, "UpdateUserAttributes", { AccessToken: tokens.access, UserAttributes });
  await expect(rename).rejects.toThrow(/unauthorized attribute/);
});

/** What the live feed says to somebody who wants to hear of the tickets. */
async function queueOf(stack: Stack, { tokens }: ApiUser): Promise<string> {
  const { answer, feed } = await LiveSocket.open(stack, tokens.access);
  const said = (await feed?.subscribe(channels.queue("default"))) ?? answer;
  feed?.close();
  return said;
}

async function now(stack: Stack): Promise<number> {
  return Date.parse((await readShop(stack)).serverTime);
}
