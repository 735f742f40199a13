import { expect, it } from "vitest";
import { openShop } from "../page/open-shop.fixture";
import { rangeText, shopNoticeOf } from "./shop-notice-text";

const reopensAt = "2026-11-22T09:15:00.000Z";

it("has nothing to say while the bar takes orders", () => {
  expect(shopNoticeOf(openShop())).toBeNull();
});

it("says why and until when, by the shop's clock", () => {
  const paused = openShop({ status: "paused", message: "New beans", reopensAt });
  expect(shopNoticeOf(paused)?.text).toBe("New beans. It opens again at 10:15.");
});

it("says what to do when nobody knows until when", () => {
  expect(shopNoticeOf(openShop({ status: "closed" }))?.text).toMatch(/Come back/);
  expect(shopNoticeOf(openShop({ status: "paused" }))?.text).toMatch(/Scan/);
});

it("says how long a full bar is full", () => {
  const full = openShop({ placesLeft: 0, wait: { fromSeconds: 200, toSeconds: 400 } });
  expect(shopNoticeOf(full)?.text).toContain("in about 4 minutes");
});

it("tells a wait as a range of whole minutes", () => {
  expect(rangeText(170, 290)).toBe("2 to 5 minutes");
  expect(rangeText(20, 50)).toBe("1 minute");
});
