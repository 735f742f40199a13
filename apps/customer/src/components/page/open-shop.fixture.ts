import type { Shop } from "@serverlesspresso/contracts/shop";

/** A shop for tests: open, with places, in Berlin, nine in the morning. */
export function openShop(changes: Partial<Shop> = {}): Shop {
  return {
    eventId: "default",
    name: "Bar",
    training: false,
    timeZone: "Europe/Berlin",
    status: "open",
    message: null,
    reopensAt: null,
    lastOrdersAt: null,
    limits: {
      maxOrdersInQueue: 20,
      customerPatienceSeconds: 900,
      baristaPatienceSeconds: 900,
      collectionPatienceSeconds: 600,
      maxExtensions: 2,
      ageingAfterSeconds: 120,
      lateAfterSeconds: 240,
      maxOrdersPerUser: 1,
      codeWindowSeconds: 300,
      drinksPerCode: 10,
    },
    placesLeft: 3,
    wait: null,
    menu: { version: 1, drinks: [] },
    version: 1,
    serverTime: "2026-11-22T08:00:00.000Z",
    ...changes,
  };
}
