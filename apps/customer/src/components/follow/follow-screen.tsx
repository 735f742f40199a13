"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { lineQuery, shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import type { LiveState } from "@serverlesspresso/client/use-live";
import { type Line, placeInLine } from "@serverlesspresso/contracts/line";
import { drinkOf, type Order } from "@serverlesspresso/contracts/order";
import { type OrderState, openStates } from "@serverlesspresso/contracts/order-state";
import { useQuery } from "@tanstack/react-query";
import { LiveAside } from "../page/live-aside";
import { Page } from "../page/page";
import { StaleNotice } from "../page/stale-notice";
import { useScrollTop } from "../page/use-scroll-top";
import { type TabIcon, useTabIcon } from "../page/use-tab-icon";
import { CancelOrder } from "./cancel-order";
import { nameInSentence } from "./drink-text";
import { tabTitle } from "./follow-state";
import { NumberAndCup } from "./number-and-cup";
import { OrderFigures } from "./order-figures";
import { OrderJourney } from "./order-journey";
import { OrderStatus } from "./order-status";
import { OrderSteps } from "./order-steps";
import { ReadyAlerts } from "./ready-alerts";
import { useBegun } from "./use-begun";

/** Nothing of it paler than that: it has to be read. */
const greyed = "text-soft **:opacity-100";

const tabIcons: Partial<Record<OrderState, TabIcon>> = {
  SUBMITTED: "waiting",
  MAKING: "making",
  COMPLETED: "ready",
};

interface FollowScreenProps {
  order: Order;
  live: LiveState;
}

/** An order on its way to the counter: a number to show, where it stands, and a cup that fills. */
export function FollowScreen({ order, live }: FollowScreenProps) {
  const api = useApi();
  const { data: shop } = useQuery(shopQuery(api));
  const waits = openStates.includes(order.state);
  const lineReading = useQuery({ ...lineQuery(api), enabled: waits });
  const lineError = useLastError(lineReading);
  const line = lineReading.data ?? (lineError ? null : undefined);
  const isNext = line ? isFirstIn(line, order) : false;
  const begun = useBegun(order);
  const drink = drinkOf(order, shop?.menu) ?? null;
  const ready = order.state === "COMPLETED";
  useScrollTop(ready ? "ready" : "on its way");
  useTabIcon(tabIcons[order.state] ?? null);

  return (
    <Page
      wide
      title={tabTitle(order, isNext)}
      ground={ready ? "ready" : "paper"}
      warning={live.stale && <StaleNotice />}
      aside={<LiveAside live={live} over={order.state === "COLLECTED"} onColour={ready} />}
      room="number"
      stage={<NumberAndCup order={order} drink={drink} begun={begun} stale={live.stale} />}
    >
      <div
        className={`grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-x-16 lg:grid-cols-2 ${live.stale ? greyed : ""}`}
      >
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
          <OrderStatus order={order} drink={drink} begun={begun} isNext={isNext} />
          <OrderFigures order={order} line={line} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6">
          <OrderSteps order={order} begun={begun} timeZone={shop?.timeZone} />
          <ReadyAlerts state={order.state} />
          <OrderJourney order={order} timeZone={shop?.timeZone} />
          <CancelOrder order={order} drinkName={nameInSentence(drink)} />
        </div>
      </div>
    </Page>
  );
}

function isFirstIn(line: Line, { state, number }: Order): boolean {
  return state === "SUBMITTED" && placeInLine(line, number)?.ahead === 0;
}
