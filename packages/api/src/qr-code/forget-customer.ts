import type { Ports } from "../ports";
import { forgotten, newCustomer } from "./customer-row";

const maxTries = 10;

/** Leaves nothing of a customer in a shop, and lets their token, which may still live a while, order nothing. */
export async function forgetCustomer(
  ports: Pick<Ports, "validator" | "clock">,
  eventId: string,
  userId: string,
): Promise<void> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const read = await ports.validator.readCustomer(eventId, userId);
    if (read?.isForgotten) return;
    const next = forgotten(read ?? newCustomer);
    if (await ports.validator.saveCustomer(eventId, userId, read, next, ports.clock.now())) return;
  }
  throw new Error(`A customer changed ${maxTries} times while being forgotten.`);
}
