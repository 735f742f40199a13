"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { AppError } from "@serverlesspresso/contracts/error";
import { useQuery } from "@tanstack/react-query";
import { MyOrdersLink } from "../page/my-orders-link";
import { Page } from "../page/page";
import { ActiveOrder } from "./active-order";
import { CodeForm } from "./code-form";
import { CupShelf } from "./cup-shelf";
import { LastOrders } from "./last-orders";
import { OpeningOrder } from "./opening-order";
import { RefusalPage } from "./refusal-page";
import { refusalOf } from "./refusal-text";
import { ShopNoticePage } from "./shop-notice-page";
import { shopNoticeOf } from "./shop-notice-text";
import { UnknownShop } from "./unknown-shop";
import { useEntrance } from "./use-entrance";

/** The way in: a code from the address or typed, then signed in, then an order. */
export function EnterScreen() {
  const reading = useQuery(shopQuery(useApi()));
  const shop = reading.data;
  const error = useLastError(reading);
  const entrance = useEntrance();
  if (error instanceof AppError && error.code === "not_found") return <UnknownShop />;
  if (entrance.opening) return <OpeningOrder />;

  const notice = shop ? shopNoticeOf(shop) : null;
  const refusal = entrance.error ? refusalOf(entrance.error, shop) : null;
  // A bar that takes no orders has no next code either.
  const page = refusal?.at === "page" && (notice === null || refusal.page.next !== "code") ? refusal : null;
  if (page) return <RefusalPage refusal={page} onCode={entrance.startAgain} onRetry={entrance.retry} />;
  if (notice) return <ShopNoticePage notice={notice} />;
  return (
    <Page title="Your code" aside={<MyOrdersLink />} stage={<CupShelf drinks={shop?.menu.drinks} />}>
      <h1 className="font-bold text-title">Scan the screen, or type its code</h1>
      <CodeForm
        typed={refusal?.at === "box" && refusal.mistyped ? entrance.tried : ""}
        error={refusal?.at === "box" ? refusal.text : null}
        onCode={entrance.enter}
      />
      {shop && <LastOrders shop={shop} />}
      <ActiveOrder />
    </Page>
  );
}
