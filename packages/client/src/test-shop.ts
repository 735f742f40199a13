import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Shop } from "@serverlesspresso/contracts/shop";

const drink = (id: string): Drink => ({
  id,
  name: id,
  description: "",
  available: true,
  temperature: "hot",
  vessel: "cup",
  recipe: [{ ingredient: "espresso", parts: 30 }],
  allergens: [],
  options: [],
});

/** An open shop with two drinks, for tests: version 1. */
export const shop: Shop = {
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
    maxOrdersPerUser: 3,
    codeWindowSeconds: 300,
    drinksPerCode: 10,
  },
  placesLeft: 20,
  wait: null,
  menu: { version: 1, drinks: [drink("latte"), drink("mocha")] },
  version: 1,
  serverTime: "2026-11-22T10:00:00.000Z",
};
