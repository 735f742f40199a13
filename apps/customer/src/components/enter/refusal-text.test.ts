import { NetworkError } from "@serverlesspresso/client/network-error";
import { AppError, type ErrorCode } from "@serverlesspresso/contracts/error";
import { expect, it } from "vitest";
import { openShop } from "../page/open-shop.fixture";
import { refusalOf } from "./refusal-text";

const retryAt = "2026-11-22T08:05:00.000Z";
const refused = (code: ErrorCode, details: { retryAt?: string } = {}, shop = openShop()) =>
  refusalOf(new AppError(code, "in the server's words", details), shop);
const pageOf = (...of: Parameters<typeof refused>) => {
  const refusal = refused(...of);
  return refusal.at === "page" ? refusal.page : null;
};

it("tells at the box what another code would put right", () => {
  expect(refused("code_unknown")).toMatchObject({
    at: "box",
    text: expect.stringMatching(/not on the screen/),
  });
  expect(refused("code_expired")).toMatchObject({
    at: "box",
    text: expect.stringMatching(/Scan the screen again/),
  });
});

it("says of a code without places when the next one comes, by the shop's clock", () => {
  expect(refused("code_exhausted", { retryAt })).toMatchObject({ at: "page", retryAt });
  expect(pageOf("code_exhausted", { retryAt })?.text).toBe("The next code is on the screen at 09:05.");
  expect(pageOf("code_exhausted")?.text).toBe("Scan the next code.");
});

it("says to who has ordered today how many drinks a day there are, and when again", () => {
  const midnight = { retryAt: "2026-11-22T23:00:00.000Z" };
  expect(pageOf("daily_limit_reached", midnight)?.text).toBe(
    "The bar makes one drink a day for every guest. You can order again tomorrow at 00:00.",
  );
  const { limits } = openShop();
  const generous = openShop({ limits: { ...limits, maxOrdersPerUser: 3 } });
  expect(pageOf("daily_limit_reached", midnight, generous)?.text).toMatch(/3 drinks a day/);
});

it("says to who guessed too often when to try again, and keeps the code", () => {
  expect(pageOf("rate_limited", { retryAt })).toEqual({
    title: "Too many tries",
    text: "Try again at 09:05. Your code is kept.",
    picture: "moka pot",
    next: "retry",
  });
});

it("keeps the code when nobody knows what became of it", () => {
  for (const error of [new NetworkError("lost"), new AppError("internal", "500"), new Error("surprise")]) {
    const refusal = refusalOf(error, undefined);
    expect(refusal).toMatchObject({ at: "page", page: { next: "retry" } });
  }
});
