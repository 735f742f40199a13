import { Shop, type ShopSettings } from "@serverlesspresso/contracts/shop";
import { callApi } from "./api-call";
import type { Stack } from "./stack";
import { callAs } from "./staff-call";

export async function readShop(stack: Stack, eventId = "default"): Promise<Shop> {
  const { body } = await callApi(stack, null, { method: "GET", path: `/shop?eventId=${eventId}` });
  return Shop.parse(body);
}

/** How many more orders the shop takes now. */
export async function placesLeft(stack: Stack, eventId?: string): Promise<number> {
  return (await readShop(stack, eventId)).placesLeft;
}

interface Change extends Partial<Omit<ShopSettings, "limits">> {
  limits?: Partial<ShopSettings["limits"]>;
}

/** Changes settings of a shop as its manager does; what is not named stays. */
export async function setShop(stack: Stack, change: Change, eventId = "default"): Promise<void> {
  const { status, message, reopensAt, lastOrdersAt, limits, version } = await readShop(stack, eventId);
  const settings: ShopSettings = {
    ...{ status, message, reopensAt, lastOrdersAt },
    ...change,
    limits: { ...limits, ...change.limits },
  };
  const answer = await callAs(stack, "manager", {
    method: "PUT",
    path: `/shop?eventId=${eventId}`,
    body: settings,
    headers: { "if-match": `"${version}"` },
  });
  if (answer.status !== 200)
    throw new Error(`the shop answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Enough of everything, so that tests that ask for something else meet no limit. */
export async function roomyShop(stack: Stack): Promise<void> {
  await setShop(stack, { limits: { drinksPerCode: 10_000, maxOrdersPerUser: 1000 } });
}
