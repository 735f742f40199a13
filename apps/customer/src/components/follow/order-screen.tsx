"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { orderQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { useCustomerLive } from "@serverlesspresso/client/use-live";
import { AppError } from "@serverlesspresso/contracts/error";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useDeferredValue } from "react";
import { ChooseScreen } from "../choose/choose-screen";
import { useLastNumber } from "../page/last-number";
import { NotFoundScreen } from "../page/not-found-screen";
import { PageSkeleton } from "../page/page-skeleton";
import { useSeenOrder } from "../page/seen-order";
import { useSignedIn } from "../page/use-signed-in";
import { EndedScreen } from "./ended-screen";
import { FollowScreen } from "./follow-screen";
import { UnknownOrder } from "./unknown-order";

/** One order: its menu while it has no drink, its way to the counter afterwards, or how it ended. */
export function OrderScreen() {
  const id = useSearchParams().get("id");
  const session = useSignedIn(`/order?id=${encodeURIComponent(id ?? "")}`);
  if (id === null) return <NotFoundScreen />;
  return session ? <KnownOrder key={id} id={id} /> : <PageSkeleton />;
}

function KnownOrder({ id }: { id: string }) {
  const live = useCustomerLive("orders");
  const reading = useQuery(orderQuery(useApi(), id));
  const told = reading.data;
  const error = useLastError(reading);
  // At first in small pieces, since the whole page comes with it; what changes later is shown at once.
  const isDue = useDeferredValue(told !== undefined, false);
  const order = isDue ? told : undefined;
  useSeenOrder(order);
  useLastNumber(order && (isFinal(order.state) ? null : order.number));
  if (!order)
    return error ? <UnknownOrder known={!isMissing(error)} onRetry={reading.refetch} /> : <PageSkeleton />;
  switch (order.state) {
    case "REQUESTED":
    case "CREATED":
      return <ChooseScreen order={order} live={live} />;
    case "CANCELLED":
    case "EXPIRED":
      return <EndedScreen order={order} />;
    case "SUBMITTED":
    case "MAKING":
    case "COMPLETED":
    case "COLLECTED":
      return <FollowScreen order={order} live={live} />;
  }
}

function isMissing(error: Error): boolean {
  return error instanceof AppError && (error.code === "order_not_found" || error.code === "invalid_request");
}
