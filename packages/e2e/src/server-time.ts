import { readShop } from "./set-shop";
import type { Stack } from "./stack";

/** An instant that is so many seconds ahead by the machine's own clock, which tests move on. */
export async function secondsFromNow(stack: Stack, seconds: number): Promise<string> {
  const { serverTime } = await readShop(stack);
  return new Date(Date.parse(serverTime) + seconds * 1000).toISOString();
}
