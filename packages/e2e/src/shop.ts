import { Shop } from "@serverlesspresso/contracts/shop";
import type { Stack } from "./stack";

/** How many more orders the shop takes now. */
export async function placesLeft(stack: Stack): Promise<number> {
  const answer = await fetch(`${stack.apiUrl}/shop`);
  return Shop.parse(await answer.json()).placesLeft;
}
