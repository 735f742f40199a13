"use client";

import { useApi, useSession } from "@serverlesspresso/client/client-context";
import { myOrdersQuery } from "@serverlesspresso/client/queries";
import { isFinal, type OrderState } from "@serverlesspresso/contracts/order-state";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { ShopLink } from "../page/shop-link";

const readEveryMs = 30_000;
const standing = (state: OrderState) =>
  state === "COMPLETED" ? "Your drink is ready" : "Your order is under way";

/** The way back to an order that is under way: within reach of the thumb, over whatever page it is. */
export function ActiveOrder() {
  const signedIn = useSession() !== null;
  const { data: orders } = useQuery({
    ...myOrdersQuery(useApi()),
    enabled: signedIn,
    refetchInterval: readEveryMs,
  });
  const active = orders?.find((order) => !isFinal(order.state));
  if (!active) return null;
  return (
    // As high as the bar that lies over it.
    <div className="mt-8 min-h-14">
      <ShopLink
        href={`/order?id=${encodeURIComponent(active.id)}`}
        className="fixed inset-x-0 bottom-0 z-20 border-ink border-t-2 bg-enamel px-edge pb-edge text-ink"
      >
        <span className="mx-auto flex min-h-18 max-w-xl items-center gap-4">
          {active.number !== null && <span className="numerals text-title">{active.number}</span>}
          <span className="flex-1 font-semibold">
            {active.number === null ? "You have a place: choose your drink" : standing(active.state)}
          </span>
          <ArrowRight aria-hidden className="shrink-0 text-copper" />
        </span>
      </ShopLink>
    </div>
  );
}
