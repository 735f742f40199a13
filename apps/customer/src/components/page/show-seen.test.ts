import { keptKey } from "@serverlesspresso/client/kept-things";
import { afterEach, expect, it, vi } from "vitest";
import { showSeen } from "./show-seen";

const pool = "CognitoIdentityServiceProvider.client1";
const claims = (sub: string) => `header.${btoa(JSON.stringify({ sub }))}.signature`;
const signedIn = {
  [`${pool}.LastAuthUser`]: "eva",
  [`${pool}.eva.accessToken`]: claims("s1"),
};
const seen = (sub: string, order: object) => ({
  [keptKey(sub, "seen")]: JSON.stringify(order),
});

/** What the page tells after its text has run with this kept, and what it writes once it is read. */
function told(kept: Record<string, string>, { pathname = "/order", search = "?id=a" } = {}) {
  const dataset: Record<string, string> = {};
  const digits = { textContent: "" };
  const place = { dataset: {}, lastElementChild: digits };
  vi.stubGlobal(
    "localStorage",
    Object.assign(Object.create({ getItem: (key: string) => kept[key] ?? null }), kept),
  );
  vi.stubGlobal("location", { pathname, search });
  vi.stubGlobal("document", {
    documentElement: { dataset },
    addEventListener: (_: string, act: () => void) => act(),
    getElementById: () => place,
  });
  new Function(`(${showSeen})()`)();
  return { ...dataset, digits: digits.textContent };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("shows the number of an order that is on its way", () => {
  expect(told({ ...signedIn, ...seen("s1", { id: "a", number: 42 }) })).toEqual({
    seen: "following",
    seenNumber: "42",
    digits: "42",
  });
});

it("shows that a drink is being chosen", () => {
  expect(told({ ...signedIn, ...seen("s1", { id: "a", number: null }) })).toEqual({
    seen: "choosing",
    digits: "",
  });
});

it.each([
  ["another order", { ...signedIn, ...seen("s1", { id: "b", number: 42 }) }],
  ["an order that somebody else has seen", { ...signedIn, ...seen("s2", { id: "a", number: 42 }) }],
  ["an order once nobody is signed in", seen("s1", { id: "a", number: 42 })],
  ["what cannot be read", { ...signedIn, "serverlesspresso.kept.s1.seen": "{" }],
  ["what a token that cannot be read would tell", { ...signedIn, [`${pool}.eva.accessToken`]: "x.%.y" }],
])("says nothing of %s", (_, kept) => {
  expect(told(kept)).toEqual({ digits: "" });
});

it("says nothing on another page", () => {
  const kept = { ...signedIn, ...seen("s1", { id: "a", number: 42 }) };
  expect(told(kept, { pathname: "/orders" })).toEqual({ digits: "" });
});
