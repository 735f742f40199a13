"use client";

import { useApi, useEventId, useSession } from "@serverlesspresso/client/client-context";
import { useRedeemCode } from "@serverlesspresso/client/mutations";
import { isPassing } from "@serverlesspresso/client/network-error";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { clockText } from "../page/clock-text";
import { MyOrdersLink } from "../page/my-orders-link";
import { Page } from "../page/page";
import { useShopRouter } from "../page/shop-link";
import { ActiveOrder } from "./active-order";
import { CodeForm } from "./code-form";
import { CupShelf } from "./cup-shelf";
import { enterErrorText } from "./enter-text";
import { forgetCode, keepCode, keepCodeOfAddress, readKeptCode } from "./kept-code";
import { OpeningOrder } from "./opening-order";
import { ShopNoticePage } from "./shop-notice-page";
import { shopNoticeOf } from "./shop-notice-text";

/** The way in: a code from the address or typed, then signed in, then an order. */
export function EnterScreen() {
  const { data: shop } = useQuery(shopQuery(useApi()));
  const { enter, opening, error } = useEntrance();
  const notice = shop ? shopNoticeOf(shop, clockText) : null;

  if (opening) return <OpeningOrder />;
  return (
    <Page title={notice?.title ?? "Your code"} aside={<MyOrdersLink />}>
      <ActiveOrder />
      {notice ? (
        <ShopNoticePage notice={notice} />
      ) : (
        <div className="flex flex-1 flex-col justify-center gap-10 pb-8">
          <CupShelf drinks={shop?.menu.drinks} />
          <div>
            <h1 className="font-bold text-title">Scan the screen, or type its code</h1>
            <CodeForm onCode={enter} error={error ? enterErrorText(error) : null} />
          </div>
        </div>
      )}
    </Page>
  );
}

/** Keeps a code until the person is signed in, redeems it once, and opens the order that it gives. */
function useEntrance() {
  const eventId = useEventId();
  const router = useShopRouter();
  const signedIn = useSession() !== null;
  const redeem = useRedeemCode();
  const redeemed = useRef<string | null>(null);
  const [code, setCode] = useState<string | null>(() => {
    keepCodeOfAddress(eventId);
    return readKeptCode(eventId);
  });

  useEffect(() => {
    if (code === null) return;
    if (!signedIn) return router.replace("/sign-in");
    if (redeemed.current === code) return;
    redeemed.current = code;
    redeem
      .mutateAsync(code)
      .then(({ orderId }) => {
        forgetCode(eventId);
        router.replace(`/order?id=${encodeURIComponent(orderId)}`);
      })
      .catch((error) => {
        if (!isPassing(error)) forgetCode(eventId);
        redeemed.current = null;
        setCode(null);
      });
  }, [code, signedIn, eventId, redeem.mutateAsync, router]);

  function enter(entered: string): void {
    keepCode(eventId, entered);
    setCode(entered);
  }
  return { enter, opening: code !== null, error: redeem.error };
}
