import type { Caller } from "../caller";
import type { Ports } from "../ports";
import { forgotten, newCustomer } from "../qr-code/customer-row";
import { leaveOrder } from "./leave-order";

const maxTries = 10;

/**
 * Ends somebody's life as a customer of one shop: from then on their token, which lives for an hour yet,
 * orders nothing. Their newest order is left first: the indexes that list the others may not have it yet, but
 * the customer's row names it, and can only be forgotten while it still is the newest.
 */
export async function forgetCustomer(
  ports: Ports,
  caller: Caller,
  eventId: string,
  alias: string,
): Promise<void> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const read = await ports.validator.readCustomer(eventId, caller.sub);
    if (read?.isForgotten) return;
    if (read !== null && read.orderId !== null) {
      await leaveOrder(ports, caller, { eventId, id: read.orderId }, alias);
    }
    const next = forgotten(read ?? newCustomer);
    if (await ports.validator.saveCustomer(eventId, caller.sub, read, next, ports.clock.now())) return;
  }
  throw new Error(`A customer changed ${maxTries} times while being forgotten.`);
}
