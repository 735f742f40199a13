import type { Ticket } from "@serverlesspresso/contracts/order";

/** A ticket for tests: submitted so many minutes after eight. */
export function ticket(number: number, about: Partial<Ticket> = {}): Ticket {
  return {
    id: `order-${number}`,
    eventId: "default",
    number,
    state: "SUBMITTED",
    version: 3,
    drinkOrder: { drink: "flat-white", modifiers: [] },
    createdAt: "2026-11-22T08:00:00.000Z",
    submittedAt: `2026-11-22T08:${String(number).padStart(2, "0")}:00.000Z`,
    completedAt: null,
    dueAt: null,
    baristaName: null,
    baristaUserId: null,
    cause: null,
    extensionsLeft: 0,
    ...about,
  };
}
