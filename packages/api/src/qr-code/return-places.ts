import type { Ports } from "../ports";
import { withoutDrink } from "./customer-row";

const maxTries = 10;

/** What an order took from its code and from its customer's day. */
export interface PlacesTaken {
  userId: string;
  code: string;
}

/** An order ended without a drink: code and customer have a place more. Safe to repeat. */
export async function returnPlaces(
  ports: Pick<Ports, "validator" | "clock">,
  { eventId, id }: { eventId: string; id: string },
  { userId, code }: PlacesTaken,
): Promise<void> {
  await ports.validator.returnPlace(eventId, code, id);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const read = await ports.validator.readCustomer(eventId, userId);
    const next = read === null ? null : withoutDrink(read, id);
    if (next === null) return;
    if (await ports.validator.saveCustomer(eventId, userId, read, next, ports.clock.now())) return;
  }
  throw new Error(`The customer of order ${id} changed ${maxTries} times while a place was returned.`);
}
