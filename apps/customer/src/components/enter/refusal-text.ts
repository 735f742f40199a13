import { AppError } from "@serverlesspresso/contracts/error";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { clockText, whenText } from "../page/clock-text";
import type { PictureOf } from "../page/picture";

/** What a page of its own says, and what it leads to. */
interface RefusalPageText {
  title: string;
  text: string;
  picture: PictureOf;
  next: "code" | "retry" | "orders";
  /** Once the bar answers it is tried again by itself. */
  isTriedAgain?: true;
}

/** Why a code let nobody in: told at the box, or on a page of its own until it may go well. */
export type Refusal =
  | { at: "box"; text: string; mistyped: boolean }
  | { at: "page"; page: RefusalPageText; retryAt: string | null; afterwards: RefusalPageText };

const again: RefusalPageText = {
  title: "You can try again now",
  text: "Your code is kept.",
  picture: "empty cup",
  next: "retry",
};
const nextCode: RefusalPageText = {
  title: "The next code is on the screen",
  text: "Scan it, or type it.",
  picture: "empty cup",
  next: "code",
};
const newDay: RefusalPageText = {
  title: "You can order again",
  text: "Scan the screen when you feel like it.",
  picture: "empty cup",
  next: "code",
};

/** Why somebody was not let in and what to do. Times are told by the clock of the shop, where it is known. */
export function refusalOf(error: Error, shop: Shop | undefined): Refusal {
  if (!(error instanceof AppError)) return asPage(noNetwork, null, again);
  const retryAt = error.retryAt ?? null;
  switch (error.code) {
    case "code_unknown":
    case "invalid_request":
      return { at: "box", text: "This code is not on the screen. Look again, or scan it.", mistyped: true };
    case "code_expired":
      return { at: "box", text: "This code has changed. Scan the screen again.", mistyped: false };
    case "code_exhausted":
      return asPage(exhausted(retryAt, shop), retryAt, nextCode);
    case "daily_limit_reached":
      return asPage(enoughForToday(retryAt, shop), retryAt, newDay);
    case "rate_limited":
      return asPage(tooManyTries(retryAt, shop), retryAt, again);
    default:
      return asPage(noAnswer, null, again);
  }
}

const noNetwork: RefusalPageText = {
  title: "No connection to the bar",
  text: "Your code is kept, and tried again once the bar answers.",
  picture: "unplugged",
  next: "retry",
  isTriedAgain: true,
};

const noAnswer: RefusalPageText = {
  title: "The bar could not let you in",
  text: "Your code is kept. Try again in a moment, or ask at the counter.",
  picture: "moka pot",
  next: "retry",
};

function asPage(page: RefusalPageText, retryAt: string | null, afterwards: RefusalPageText): Refusal {
  return { at: "page", page, retryAt, afterwards };
}

function exhausted(retryAt: string | null, shop: Shop | undefined): RefusalPageText {
  const next = retryAt ? `The next code is on the screen ${when(retryAt, shop)}.` : "Scan the next code.";
  const picture = { sign: retryAt ? clock(retryAt, shop) : "0 left" };
  return { title: "All places on this code are taken", text: next, picture, next: "code" };
}

function enoughForToday(retryAt: string | null, shop: Shop | undefined): RefusalPageText {
  const drinks = shop?.limits.maxOrdersPerUser ?? 1;
  const limit = drinks === 1 ? "one drink" : `${drinks} drinks`;
  const until = retryAt ? `You can order again ${when(retryAt, shop)}.` : "Come back tomorrow.";
  return {
    title: "You have already ordered today",
    text: `The bar makes ${limit} a day for every guest. ${until}`,
    picture: "dregs",
    next: "orders",
  };
}

function tooManyTries(retryAt: string | null, shop: Shop | undefined): RefusalPageText {
  const until = retryAt ? `Try again ${when(retryAt, shop)}.` : "Wait a minute, then try again.";
  return { title: "Too many tries", text: `${until} Your code is kept.`, picture: "moka pot", next: "retry" };
}

function clock(iso: string, shop: Shop | undefined): string {
  return clockText(iso, shop?.timeZone);
}

function when(iso: string, shop: Shop | undefined): string {
  return shop ? whenText(iso, shop) : `at ${clock(iso, shop)}`;
}
