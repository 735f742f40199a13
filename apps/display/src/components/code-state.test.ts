import type { QrCodes } from "@serverlesspresso/contracts/qr-code";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { describe, expect, it } from "vitest";
import { codeStateOf, orderAddress, placesWords } from "./code-state";

const shop: Shop = {
  eventId: "default",
  name: "Bar Lambda",
  timeZone: "Europe/Rome",
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
  placesLeft: 12,
  wait: { fromSeconds: 200, toSeconds: 400 },
  menu: { version: 1, drinks: [] },
  version: 1,
  serverTime: "2026-11-22T08:00:00.000Z",
};

const codes = (placesLeft: number | null): QrCodes => ({
  current: { code: "ESPRESSO", validUntil: null, placesLeft },
  next: null,
  serverTime: "2026-11-22T08:00:00.000Z",
});

describe("the code on the screen", () => {
  it("is shown with the places of shop and code, whichever are fewer", () => {
    expect(codeStateOf({ shop, codes: codes(null), stale: false })).toEqual({
      kind: "code",
      code: "ESPRESSO",
      placesLeft: 12,
    });
    expect(codeStateOf({ shop, codes: codes(5), stale: false })).toMatchObject({ placesLeft: 5 });
  });

  it("is never shown while stale, closed, paused, full or used up", () => {
    const kindOf = (about: Partial<Shop>, stale = false, places: number | null = null) =>
      codeStateOf({ shop: { ...shop, ...about }, codes: codes(places), stale }).kind;
    expect(kindOf({}, true)).toBe("stale");
    expect(kindOf({ status: "closed" })).toBe("closed");
    expect(kindOf({ status: "paused" })).toBe("paused");
    expect(kindOf({ placesLeft: 0 })).toBe("full");
    expect(kindOf({}, false, 0)).toBe("full");
    expect(codeStateOf({ shop: undefined, codes: undefined, stale: false }).kind).toBe("waiting");
  });

  it("is replaced by why, and until when", () => {
    const paused = {
      ...shop,
      status: "paused" as const,
      message: "Cleaning the machine.",
      reopensAt: "2026-11-22T08:30:00.000Z",
    };
    expect(codeStateOf({ shop: paused, codes: undefined, stale: false })).toMatchObject({
      text: "Cleaning the machine. We are back at 09:30.",
    });
    expect(codeStateOf({ shop: { ...shop, placesLeft: 0 }, codes: undefined, stale: false })).toMatchObject({
      text: "For about 4 minutes. Scan again then.",
    });
  });

  it("leads to the customer app, and can be typed", () => {
    expect(orderAddress("http://192.168.1.5:3000/", "ESPRESSO", "default")).toEqual({
      url: "http://192.168.1.5:3000/?code=ESPRESSO",
      typed: "192.168.1.5:3000",
    });
    expect(orderAddress("https://order.example", "A&B", "expo").url).toBe(
      "https://order.example/?code=A%26B&eventId=expo",
    );
    expect(placesWords(1)).toBe("1 place left");
  });
});
