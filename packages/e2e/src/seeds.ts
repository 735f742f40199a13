import { namesOf } from "@serverlesspresso/contracts/names";
import { historySettings } from "./histories/shop-of-histories";
import { pastItems } from "./past-day";
import { someDrinks } from "./seed-menu";

const { configTable: table, orderTable } = namesOf("default");

const daySeconds = 86_400;
const hourSeconds = 3_600;

/** Shops beside the default one, each for tests that use up or change what a shop has. */
export const shops = {
  other: "other",
  crowd: "crowd",
  queue: "queue",
  hours: "hours",
  daily: "daily",
  codes: "codes",
  patient: "patient",
  closed: "closed",
  paused: "paused",
  full: "full",
  exhausted: "exhausted",
  once: "once",
  sign: "sign",
  menu: "menu",
  quiet: "quiet",
  numbers: "numbers",
  counter: "counter",
  bar: "bar",
  wall: "wall",
  few: "few",
  window: "window",
  doors: "doors",
  shut: "shut",
  histories: "histories",
  faults: "faults",
  closing: "closing",
} as const;

// The tests of crowds are about numbers: no code changes while they run.
const settings: Partial<Record<string, object>> = {
  [shops.crowd]: { codeWindowSeconds: daySeconds },
  [shops.queue]: { codeWindowSeconds: daySeconds, maxOrdersInQueue: 5, drinksPerCode: 200 },
  // An order there outlives a sign-in.
  [shops.patient]: { customerPatienceSeconds: daySeconds },
  [shops.closed]: { open: false, message: "Back on Monday" },
  [shops.paused]: { open: false, reason: "paused", message: "We clean the machine" },
  [shops.full]: { maxOrdersInQueue: 0 },
  [shops.exhausted]: { codeWindowSeconds: hourSeconds, drinksPerCode: 1 },
  [shops.once]: { maxOrdersPerUser: 1 },
  [shops.numbers]: { name: "Bar Centrale" },
  [shops.counter]: { name: "Bar Centrale", maxOrdersPerUser: 1 },
  [shops.bar]: { codeWindowSeconds: daySeconds, drinksPerCode: 10_000, maxOrdersInQueue: 100 },
  // On a wall that is full, and one whose code changes while one looks.
  [shops.wall]: { codeWindowSeconds: daySeconds, maxOrdersInQueue: 100, drinksPerCode: 200 },
  [shops.window]: { codeWindowSeconds: 30, maxOrdersInQueue: 100, drinksPerCode: 100 },
  [shops.doors]: { codeWindowSeconds: hourSeconds, drinksPerCode: 100 },
  [shops.histories]: historySettings,
  [shops.closing]: { maxOrdersInQueue: 100 },
  [shops.faults]: {
    codeWindowSeconds: daySeconds,
    drinksPerCode: 10_000,
    maxOrdersInQueue: 500,
    maxOrdersPerUser: 1000,
  },
};

const drink = {
  id: "espresso",
  name: "Espresso",
  description: "Short and strong.",
  available: true,
  temperature: "hot",
  vessel: "espresso-cup",
  recipe: [{ ingredient: "espresso", parts: 30 }],
  allergens: [],
  options: [],
};

const choice = { available: true, allergens: [] };

const flatWhite = {
  ...drink,
  id: "flat-white",
  name: "Flat white",
  vessel: "cup",
  recipe: [
    { ingredient: "espresso", parts: 60 },
    { ingredient: "milk", parts: 110 },
  ],
  options: [
    {
      id: "milk",
      name: "Milk",
      default: "whole-milk",
      choices: [
        { ...choice, id: "whole-milk", name: "Whole milk", milk: "whole", allergens: ["milk"] },
        { ...choice, id: "oat-milk", name: "Oat milk", milk: "oat", allergens: ["oats", "gluten"] },
      ],
    },
  ],
};

/** The menu of the shop in which tests change it. */
export const menuToChange = [
  drink,
  { ...drink, id: "cortado", name: "Cortado", vessel: "glass", options: flatWhite.options },
  { ...drink, id: "latte", name: "Latte", vessel: "cup", options: flatWhite.options },
];

const menus: Partial<Record<string, object[]>> = {
  [shops.numbers]: someDrinks,
  [shops.counter]: someDrinks,
  [shops.bar]: [drink, flatWhite],
  [shops.menu]: menuToChange,
};

function shop(eventId: string) {
  return {
    PK: `shop#${eventId}`,
    eventId,
    name: `The shop "${eventId}"`,
    timeZone: "Europe/Berlin",
    open: true,
    reason: "closed",
    message: null,
    reopensAt: null,
    lastOrdersAt: null,
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
    version: 1,
    inFlight: {},
    ...settings[eventId],
  };
}

/** What `--fixtures` puts into an empty stack beside the shop and its demo staff. */
export const seeds = {
  items: [
    ...Object.values(shops).flatMap((eventId) => [
      { table, item: shop(eventId) },
      { table, item: { PK: `menu#${eventId}`, version: 1, drinks: menus[eventId] ?? [drink] } },
    ]),
    ...pastItems(shops.numbers).map((item) => ({ table: orderTable, item })),
  ],
  groups: ["barista-other", "manager-other"],
  users: [
    { email: "ben@example.com", name: "Ben", groups: ["barista"] },
    { email: "rita@example.com", name: "Rita", groups: ["barista"] },
    { email: "otto@example.com", name: "Otto", groups: ["barista-other"] },
    { email: "maria@example.com", name: "Maria", groups: ["manager"] },
    { email: "olga@example.com", name: "Olga", groups: ["manager-other"] },
  ],
};
