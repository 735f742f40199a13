import type { Order } from "@serverlesspresso/contracts/order";
import type { OrderCause } from "@serverlesspresso/contracts/order-state";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { shopNoticeOf } from "../enter/shop-notice-text";
import type { PictureOf } from "../page/picture";

export interface EndedText {
  title: string;
  text: string;
  picture: PictureOf;
}

type ShopCause = Extract<OrderCause, "closed" | "paused" | "full">;

const noPlace: Record<ShopCause, EndedText> = {
  closed: {
    title: "The bar is closed",
    text: "Your place could not be kept. Come back when its screen shows a code.",
    picture: "stacked cups",
  },
  paused: {
    title: "The bar takes a short break",
    text: "Your place could not be kept. Scan the screen again in a while.",
    picture: { sign: "soon" },
  },
  full: {
    title: "The bar is full",
    text: "All places are taken. One comes free with each drink; scan again in a few minutes.",
    picture: "full shelf",
  },
};

const openAgain: Record<ShopCause, string> = {
  closed: "The bar was closed",
  paused: "The bar took a short break",
  full: "The bar was full",
};

const cancelled: Record<Exclude<OrderCause, ShopCause>, EndedText> = {
  customer: {
    title: "Your order is cancelled",
    text: "Nothing will be made. Scan the screen again when you feel like it.",
    picture: "turned cup",
  },
  barista: {
    title: "The bar cancelled your order",
    text: "Ask at the counter, or scan the screen again.",
    picture: "turned cup",
  },
  timeout: {
    title: "Your order is cancelled",
    text: "It was not reached before its end. Scan the screen again.",
    picture: "turned cup",
  },
};

/** Why an order ended before it was ready, and what can be done now: the shop may be open again. */
export function endedTextOf(order: Order, shop: Shop | undefined): EndedText {
  if (order.state === "CANCELLED") return cancelledTextOf(order.cause ?? "customer", shop);
  if (order.submittedAt === null) {
    return {
      title: "The time to choose is over",
      text: "Your place went to somebody else. Scan the screen again for a new one.",
      picture: "empty cup",
    };
  }
  return {
    title: "Your order has expired",
    text: "The bar did not get to it. Please ask at the counter, or scan the screen again.",
    picture: "empty cup",
  };
}

function cancelledTextOf(cause: OrderCause, shop: Shop | undefined): EndedText {
  if (cause === "customer" || cause === "barista" || cause === "timeout") return cancelled[cause];
  if (shop === undefined) return noPlace[cause];
  const notice = shopNoticeOf(shop);
  if (notice) return { ...notice, text: `Your place could not be kept. ${notice.text}` };
  const text = "Your place could not be kept, but the bar takes orders again. Scan the screen.";
  return { title: openAgain[cause], text, picture: "empty cup" };
}
