import type { QrCodes } from "@serverlesspresso/contracts/qr-code";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { describe, expect, it } from "vitest";
import { codeStateOf, lastOrdersWords, placesWords } from "./code-state";

const shop: Shop = {
  eventId: "default",
  name: "Bar Lambda",
  training: false,
  timeZone: "Europe/Rome",
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
  placesLeft: 12,
  wait: { fromSeconds: 200, toSeconds: 400 },
  menu: { version: 1, drinks: [] },
  version: 1,
  serverTime: "2026-11-22T08:00:00.000Z",
};

const codes = (placesLeft = 10): QrCodes => ({
  current: {
    code: "34679CDFGH",
    validFrom: "2026-11-22T08:00:00.000Z",
    validUntil: "2026-11-22T08:05:00.000Z",
    placesLeft,
  },
  next: {
    code: "JKMNPQRTWX",
    validFrom: "2026-11-22T08:05:00.000Z",
    validUntil: "2026-11-22T08:10:00.000Z",
    placesLeft: 10,
  },
  serverTime: "2026-11-22T08:00:00.000Z",
});

const halfway = "2026-11-22T08:02:30.000Z";

interface Situation {
  about?: Partial<Shop>;
  codes?: QrCodes | undefined;
  at?: string;
  stale?: boolean;
  barred?: boolean;
}

function stateIn(situation: Situation) {
  const known = { about: {}, codes: codes(), at: halfway, stale: false, barred: false, ...situation };
  return codeStateOf({ ...known, shop: { ...shop, ...known.about }, now: Date.parse(known.at) });
}

const kindIn = (situation: Situation) => stateIn(situation).kind;

describe("the code on the screen", () => {
  it("is shown with the places of shop and code, whichever are fewer", () => {
    const state = { kind: "code", code: "34679CDFGH", gone: 0.5, until: "09:05" };
    expect(stateIn({})).toEqual({ ...state, placesLeft: 10 });
    expect(stateIn({ about: { placesLeft: 3 } })).toEqual({ ...state, placesLeft: 3 });
    expect(placesWords(1)).toBe("1 place left");
  });

  it("gives way to the next one at the instant its window ends", () => {
    expect(stateIn({ at: "2026-11-22T08:04:59.999Z" })).toMatchObject({ code: "34679CDFGH" });
    expect(stateIn({ at: "2026-11-22T08:05:00.000Z" })).toMatchObject({ code: "JKMNPQRTWX", until: "09:10" });
    expect(kindIn({ at: "2026-11-22T08:10:00.000Z" })).toBe("waiting");
  });

  it("is never shown while stale, closed, paused, full, used up, unknown or not for this screen", () => {
    expect(kindIn({ stale: true })).toBe("stale");
    expect(kindIn({ about: { status: "closed" } })).toBe("closed");
    expect(kindIn({ about: { status: "paused" } })).toBe("paused");
    expect(kindIn({ about: { placesLeft: 0 } })).toBe("full");
    expect(kindIn({ codes: codes(0) })).toBe("exhausted");
    expect(kindIn({ codes: undefined })).toBe("waiting");
    expect(kindIn({ codes: undefined, barred: true })).toBe("elsewhere");
    expect(codeStateOf({ shop: undefined, codes: codes(), now: 0, stale: false, barred: false }).kind).toBe(
      "waiting",
    );
  });

  it("that is used up says when the next one comes", () => {
    expect(stateIn({ codes: codes(0) })).toMatchObject({ text: "A new code at 09:05, in 3 minutes." });
    expect(kindIn({ codes: codes(0), at: "2026-11-22T08:05:00.000Z" })).toBe("code");
  });

  it("is replaced by why, and until when", () => {
    const paused = { status: "paused", message: "Cleaning", reopensAt: "2026-11-22T08:30:00.000Z" } as const;
    expect(stateIn({ about: paused })).toMatchObject({ text: "Cleaning. We are back at 09:30." });
    const closed = { status: "closed", reopensAt: "2026-11-23T07:00:00.000Z" } as const;
    expect(stateIn({ about: closed })).toMatchObject({ text: "We are back tomorrow at 08:00." });
    expect(stateIn({ about: { placesLeft: 0 } })).toMatchObject({
      text: "For about 4 minutes. Scan again then.",
    });
  });
});

describe("a shop that opens or closes by itself", () => {
  const reopening = { status: "paused", reopensAt: "2026-11-22T08:03:00.000Z" } as const;
  const closing = { lastOrdersAt: "2026-11-22T08:03:00.000Z" };

  it("is not said to be back at a time that has passed", () => {
    expect(kindIn({ about: reopening, at: "2026-11-22T08:02:59.999Z" })).toBe("paused");
    expect(kindIn({ about: reopening, at: "2026-11-22T08:03:00.000Z" })).toBe("waiting");
  });

  it("shows no code from its last orders on, before anybody has said so", () => {
    expect(kindIn({ about: closing, at: "2026-11-22T08:02:59.999Z" })).toBe("code");
    expect(stateIn({ about: closing, at: "2026-11-22T08:03:00.000Z" })).toMatchObject({
      kind: "closed",
      text: "Last orders were at 09:03. See you soon.",
    });
  });

  it("tells of its last orders until then", () => {
    const wordsAt = (at: string) => lastOrdersWords({ ...shop, ...closing }, Date.parse(at));
    expect(wordsAt("2026-11-22T08:02:59.999Z")).toBe("Last orders at 09:03");
    expect(wordsAt("2026-11-22T08:03:00.000Z")).toBeNull();
    expect(lastOrdersWords(shop, Date.parse(halfway))).toBeNull();
  });
});
