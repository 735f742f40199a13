"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { journeyQuery, shopQuery } from "@serverlesspresso/client/queries";
import type { Order } from "@serverlesspresso/contracts/order";
import { buttonLook } from "@serverlesspresso/ui/button";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { MessagePage } from "../page/message-page";
import { MyOrdersLink } from "../page/my-orders-link";
import { Picture } from "../page/picture";
import { ShopLink } from "../page/shop-link";
import { useScrollTop } from "../page/use-scroll-top";
import { endedTextOf } from "./ended-text";
import { tabTitle } from "./follow-state";
import { OrderJourney } from "./order-journey";

/** An order that ended before it was ready: why, and what now. */
export function EndedScreen({ order }: { order: Order }) {
  useScrollTop(order.state);
  const { data: shop } = useQuery(shopQuery(useApi()));
  const { title, text, picture } = endedTextOf(order, shop);
  const toDoor = (
    <ShopLink href="/" className={buttonLook({ size: "large" })}>
      Enter a code
    </ShopLink>
  );
  return (
    <MessagePage
      title={title}
      tab={tabTitle(order)}
      aside={<MyOrdersLink />}
      drawing={<Picture of={picture} />}
      action={toDoor}
      more={
        <div className="mt-8">
          <OrderJourney order={order} timeZone={shop?.timeZone} />
        </div>
      }
    >
      {order.cause === "barista" && <BaristasReason order={order} />}
      <p>{text}</p>
    </MessagePage>
  );
}

function BaristasReason({ order }: { order: Order }) {
  const { data: journey, isError } = useQuery(journeyQuery(useApi(), order.id));
  const last = journey?.steps.at(-1);
  // A line is kept free for it, so that the button does not move.
  if (!journey && !isError) return <Skeleton className="mb-1 h-6 w-3/4" />;
  if (last?.state !== "CANCELLED") return null;
  return <p className="mb-1 font-semibold text-ink">{last.message}</p>;
}
