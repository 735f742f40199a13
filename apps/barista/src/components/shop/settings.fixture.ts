import type { ShopSettings } from "@serverlesspresso/contracts/shop";

/** An open shop's settings, for tests. */
export const settings: ShopSettings = {
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
    maxOrdersPerUser: 3,
    codeWindowSeconds: 300,
    drinksPerCode: 10,
  },
};
