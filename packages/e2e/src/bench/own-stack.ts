import { roomyShop } from "../set-shop";
import { Stack } from "../stack";

/** Beyond the ports of the tests, so that both can run. */
const offset = 500;
/** The first of the ports that are measured on. */
export const firstBenchPort = Number(process.env.E2E_FIRST_PORT ?? 30_000) + offset;

/** A stack of its own for one part, with room for all who are to come. */
export async function withStack<Result>(use: (stack: Stack) => Promise<Result>): Promise<Result> {
  const stack = new Stack(offset);
  try {
    await stack.start();
    await roomyShop(stack);
    return await use(stack);
  } finally {
    await stack.stop();
  }
}
