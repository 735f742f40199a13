"use client";

import { useApi, useSession } from "@serverlesspresso/client/client-context";
import { myOrdersQuery } from "@serverlesspresso/client/queries";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { ShopLink } from "../page/shop-link";

/** The way back to an order that is under way. */
export function ActiveOrder() {
  const signedIn = useSession() !== null;
  const { data: orders } = useQuery({ ...myOrdersQuery(useApi()), enabled: signedIn });
  const active = orders?.find((order) => !isFinal(order.state));
  if (!active) return null;
  return (
    <ShopLink
      href={`/order?id=${encodeURIComponent(active.id)}`}
      className="mb-7 flex min-h-14 items-center gap-4 rounded-edge border border-ink bg-enamel px-4 hover:border-copper"
    >
      {active.number !== null && <span className="numerals text-title">{active.number}</span>}
      <span className="flex-1 font-semibold">
        {active.number === null ? "You have a place: choose your drink" : "Your order is under way"}
      </span>
      <ArrowRight aria-hidden className="size-5 text-copper" />
    </ShopLink>
  );
}
