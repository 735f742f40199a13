"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { journeyQuery, shopQuery } from "@serverlesspresso/client/queries";
import type { Order } from "@serverlesspresso/contracts/order";
import { buttonLook } from "@serverlesspresso/ui/button";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { useQuery } from "@tanstack/react-query";
import { HouseCup } from "../page/house-cup";
import { MyOrdersLink } from "../page/my-orders-link";
import { Page } from "../page/page";
import { ShopLink } from "../page/shop-link";
import { useScrollTop } from "../page/use-scroll-top";
import { endedTextOf } from "./ended-text";
import { tabTitle } from "./follow-state";

/** An order that ended before it was ready: why, and what now. */
export function EndedScreen({ order }: { order: Order }) {
  useScrollTop(order.state);
  const { data: shop } = useQuery(shopQuery(useApi()));
  const { title, text } = endedTextOf(order, shop);
  return (
    <Page title={tabTitle(order)} aside={<MyOrdersLink />}>
      <div className="flex flex-1 flex-col justify-center pb-16">
        <div role="status">
          <EmptyState
            heading="h1"
            drawing={<HouseCup fill={0} size={208} />}
            title={title}
            action={
              <ShopLink href="/" className={buttonLook({ size: "large" })}>
                Enter a code
              </ShopLink>
            }
          >
            {order.cause === "barista" && <BaristasReason order={order} />}
            <p>{text}</p>
          </EmptyState>
        </div>
      </div>
    </Page>
  );
}

function BaristasReason({ order }: { order: Order }) {
  const { data: journey } = useQuery(journeyQuery(useApi(), order.id));
  const last = journey?.steps.at(-1);
  if (last?.state !== "CANCELLED") return null;
  return <p className="mb-3 font-semibold text-ink">{last.message}</p>;
}
