import type { Shop } from "@serverlesspresso/contracts/shop";
import { expect, it } from "vitest";
import { rangeText, shopNoticeOf } from "./shop-notice-text";

const open: Shop = {
  eventId: "default",
  name: "Bar",
  timeZone: "Europe/Berlin",
  status: "open",
  message: null,
  reopensAt: null,
  limits: {
    maxOrdersInQueue: 20,
    customerPatienceSeconds: 900,
    baristaPatienceSeconds: 900,
    collectionPatienceSeconds: 600,
    maxExtensions: 2,
    ageingAfterSeconds: 120,
    lateAfterSeconds: 240,
  },
  placesLeft: 3,
  wait: null,
  menu: { version: 1, drinks: [] },
  version: 1,
  serverTime: "2026-11-22T08:00:00.000Z",
};
const clock = () => "10:15";

it("has nothing to say while the bar takes orders", () => {
  expect(shopNoticeOf(open, clock)).toBeNull();
});

it("says why and until when", () => {
  const paused = { ...open, status: "paused" as const, message: "New beans.", reopensAt: open.serverTime };
  expect(shopNoticeOf(paused, clock)?.text).toBe("New beans. It opens again at 10:15.");
});

it("says how long a full bar is full", () => {
  const full = { ...open, placesLeft: 0, wait: { fromSeconds: 200, toSeconds: 400 } };
  expect(shopNoticeOf(full, clock)?.text).toContain("in about 4 minutes");
});

it("tells a wait as a range of whole minutes", () => {
  expect(rangeText(170, 290)).toBe("2 to 5 minutes");
  expect(rangeText(20, 50)).toBe("1 minute");
});
