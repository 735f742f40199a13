import { AppError } from "@serverlesspresso/contracts/error";
import { nextShopDay, shopDay } from "@serverlesspresso/contracts/shop";
import type { Caller } from "../caller";
import type { ShopRow } from "../shop/shop-row";
import { standingOf } from "./code-window";
import { type CustomerRow, drinksOn, lockedUntil } from "./customer-row";
import type { CodeRow } from "./validator-store";

const iso = (at: number) => new Date(at).toISOString();

/** Throws `rate_limited` after too many codes that were none. */
export function refuseWhileLocked(customer: CustomerRow, at: number): void {
  const until = lockedUntil(customer, at);
  if (until === null) return;
  throw new AppError("rate_limited", "Too many codes that were none. Please wait a while.", {
    retryAt: iso(until),
  });
}

export function unknownCode(): AppError {
  return new AppError("code_unknown", "This is not the code on the screen. Please scan it again.", {
    field: "code",
  });
}

/** The code, if the screen shows it or has shown it. */
export function shownCode(code: CodeRow | null, at: number): CodeRow | null {
  return code === null || standingOf(code, at) === "early" ? null : code;
}

/** Throws `code_expired`, `daily_limit_reached`, `code_exhausted`: why this customer gets no order by this code. */
export function refuseEntrance(
  shop: ShopRow,
  { roles }: Caller,
  customer: CustomerRow,
  code: CodeRow,
  at: number,
): void {
  if (standingOf(code, at) === "expired") {
    throw new AppError("code_expired", "This code has left the screen. Please scan the new one.", {
      field: "code",
    });
  }
  const now = new Date(at);
  const day = shopDay(now, shop.timeZone);
  if (!roles.has("barista") && drinksOn(customer, day) >= shop.maxOrdersPerUser) {
    throw new AppError("daily_limit_reached", "You have had what one guest may order in a day.", {
      retryAt: nextShopDay(now, shop.timeZone).toISOString(),
    });
  }
  if (code.orders.size >= shop.drinksPerCode) {
    throw new AppError("code_exhausted", "All places on this code are taken. Please scan the next one.", {
      field: "code",
      retryAt: iso(code.until),
    });
  }
}
