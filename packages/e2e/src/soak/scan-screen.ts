import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Api } from "@serverlesspresso/client/api";
import { Machine } from "@serverlesspresso/simulator/node/machine";
import { apiOf } from "@serverlesspresso/simulator/node/people";
import { shopCodes } from "../shop-code";
import type { Stack } from "../stack";

/** In real time: a code that is to be there is there. */
const codeWithinMs = 15_000;

/** An order that somebody has begun, and who goes on with it. */
export interface Begun extends Pick<Api, "submitOrder"> {
  orderId: string;
}

/** Somebody new reads the code off the screen and is let in by it; throws if none is shown or it is refused. */
export async function scanScreen(page: Page, stack: Stack, email: string): Promise<Begun> {
  const code = page.getByRole("link", { name: "Order on this device" });
  const address = await code.getAttribute("href", { timeout: codeWithinMs }).catch(async () => {
    const shown = await page.locator("body").innerText();
    throw new Error(`The shop had ${await codesOf(stack)}, the screen none:\n${shown}`);
  });
  const machine = await Machine.at(Number(new URL(stack.customerUrl).port));
  const { redeemCode, submitOrder } = apiOf(machine, await machine.signIn(email));
  const read = new URL(address ?? "").searchParams.get("code") ?? "";
  try {
    const { orderId } = await redeemCode(read, randomUUID());
    return { orderId, submitOrder };
  } catch (cause) {
    throw new Error(`${read} when the shop had ${await codesOf(stack)}: ${cause}`);
  }
}

async function codesOf(stack: Stack): Promise<string> {
  const { current, next, serverTime } = await shopCodes(stack);
  const told = [current, next].map(({ code, validFrom }) => `${code} from ${validFrom}`).join(", ");
  return `${told} at ${serverTime}`;
}
