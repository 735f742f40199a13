import { expect, it } from "vitest";
import { lastOrdersText } from "./last-orders-text";

const shop = { lastOrdersAt: "2026-11-22T16:00:00.000Z", timeZone: "Europe/Berlin" };
const at = (clock: string) => lastOrdersText(shop, Date.parse(`2026-11-22T${clock}:00.000Z`));

it("tells last orders by the shop's clock, and counts the minutes at the end", () => {
  expect(at("10:00")).toBe("Last orders at 17:00.");
  expect(at("15:48")).toBe("Last orders at 17:00, in 12 minutes.");
});

it("says nothing of last orders that are far off, past, or not set", () => {
  expect(at("01:00")).toBeNull();
  expect(at("16:00")).toBeNull();
  expect(lastOrdersText({ ...shop, lastOrdersAt: null }, 0)).toBeNull();
});
