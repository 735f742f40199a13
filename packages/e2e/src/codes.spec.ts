import { codeAlphabet, type QrCodes } from "@serverlesspresso/contracts/qr-code";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { shops } from "./seeds";
import { shopCode, shopCodes } from "./shop-code";
import type { Stack } from "./stack";

const windowSeconds = 300;

function guest(stack: Stack, name: string): Promise<ApiUser> {
  return ApiUser.signIn(stack, `${name}@example.com`, shops.codes);
}

/** A window that has just begun, so that none ends while a test goes on. */
async function nextWindow(stack: Stack): Promise<QrCodes> {
  const { current, serverTime } = await shopCodes(stack, shops.codes);
  await stack.advance((Date.parse(current.validUntil) - Date.parse(serverTime)) / 1000);
  return shopCodes(stack, shops.codes);
}

test("a code is accepted while the screen shows it and the next one, and has expired afterwards", async ({
  stack,
}) => {
  const { current, next } = await nextWindow(stack);
  expect(await shopCodes(stack, shops.codes)).toMatchObject({ current, next });
  const [now, soon, late] = [
    await guest(stack, "nora"),
    await guest(stack, "sora"),
    await guest(stack, "lara"),
  ];
  expect(await soon.redeem(next.code)).toMatchObject({
    status: 404,
    body: { error: { code: "code_unknown" } },
  });
  await now.enter(current.code);

  await stack.advance(windowSeconds);
  expect(await shopCodes(stack, shops.codes)).toMatchObject({ current: next });
  await soon.enter(current.code);

  await stack.advance(windowSeconds);
  expect(await late.redeem(current.code)).toMatchObject({
    status: 410,
    body: { error: { code: "code_expired" } },
  });
  await late.enter(` ${next.code.slice(0, 5).toLowerCase()}-${next.code.slice(5)} `);
});

test("however many screens ask at once, they are shown one code", async ({ stack }) => {
  // Two windows on nobody has asked yet.
  await stack.advance(2 * windowSeconds);
  const answers = await Promise.all(Array.from({ length: 20 }, () => shopCodes(stack, shops.codes)));
  expect(new Set(answers.map(({ current, next }) => `${current.code} ${next.code}`)).size).toBe(1);
});

test("the standing code of old is unknown", async ({ stack }) => {
  expect(await (await guest(stack, "olda")).redeem("ESPRESSO")).toMatchObject({
    status: 404,
    body: { error: { code: "code_unknown" } },
  });
});

test("whoever guesses has ten tries; then even the right code waits until it is said", async ({ stack }) => {
  const guesser = await guest(stack, "gus");
  for (const letter of codeAlphabet.slice(0, 10)) {
    expect((await guesser.redeem(letter.repeat(10))).status).toBe(404);
  }
  const refused = await guesser.redeem(await shopCode(stack, shops.codes));
  expect(refused).toMatchObject({
    status: 429,
    body: { error: { code: "rate_limited", retryAt: expect.any(String) } },
  });
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  await (await guest(stack, "innocent")).enter();

  await stack.advance(seconds);
  await guesser.enter();
});
