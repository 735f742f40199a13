import { setTimeout as wait } from "node:timers/promises";
import { type ApiUser, orderIdOf } from "../api-user";
import { shopCode } from "../shop-code";
import type { Stack } from "../stack";
import { barStaff, customers } from "./bar-staff";

/** As many as the shop's line holds, less some. */
const atOnce = 16;
/** A phone hears from the live feed when it may choose; here it is asked for. */
const askAgainMs = 60;
/** Shorter than a code is accepted. */
const codeKeptMs = 120_000;
const drinkOrder = { drink: "flat-white", modifiers: [] };

/** Signs everybody in; what it resolves to takes so many orders all their way over the HTTP API, some at a time. */
export async function wholeOrders(stack: Stack): Promise<(count: number) => Promise<void>> {
  const [people, staff] = await Promise.all([customers(stack, atOnce), barStaff(stack)]);
  const code = keptCode(stack);
  return async (count) => {
    let left = count;
    const lanes = people.map(async (customer, index) => {
      const barista = staff[index % staff.length] ?? customer;
      while (left > 0) {
        left -= 1;
        await wholeOrder(customer, barista, await code());
      }
    });
    await Promise.all(lanes);
  };
}

function keptCode(stack: Stack): () => Promise<string> {
  let kept = { code: shopCode(stack), until: Date.now() + codeKeptMs };
  return () => {
    if (Date.now() > kept.until) kept = { code: shopCode(stack), until: Date.now() + codeKeptMs };
    return kept.code;
  };
}

/** From the code on the screen to the customer's hand; each answer is durable when it comes. */
async function wholeOrder(customer: ApiUser, barista: ApiUser, code: string): Promise<void> {
  const path = `/orders/${orderIdOf(await customer.redeem(code))}`;
  while (!(await isSubmitted(customer, path))) await wait(askAgainMs);
  for (const command of ["make", "complete", "collect"]) {
    const { status, body } = await barista.call("POST", `${path}/${command}`);
    if (status !== 200) throw new Error(`${command} answered ${status}: ${JSON.stringify(body)}`);
  }
}

async function isSubmitted(customer: ApiUser, path: string): Promise<boolean> {
  const { status, body } = await customer.call("PUT", path, drinkOrder);
  if (status === 200) return true;
  const isEarly = JSON.stringify(body).includes("order_starting");
  if (!isEarly) throw new Error(`submit answered ${status}: ${JSON.stringify(body)}`);
  return false;
}
