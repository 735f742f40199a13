"use client";

import { type Shop, settingsOf } from "@serverlesspresso/contracts/shop";
import { Button } from "@serverlesspresso/ui/button";
import { CounterSign } from "@serverlesspresso/ui/drawings/counter-sign";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ConflictDialog } from "./conflict-dialog";
import { wallClock } from "./shop-time";
import { statusText, statusTitle } from "./shop-words";
import { useShopEdit } from "./use-shop-edit";

const dialogs = {
  pause: dynamic(() => import("./pause-dialog").then((file) => file.PauseDialog), { loading: () => null }),
  close: dynamic(() => import("./close-dialog").then((file) => file.CloseDialog), { loading: () => null }),
  lastOrders: dynamic(() => import("./last-orders-dialog").then((file) => file.LastOrdersDialog), {
    loading: () => null,
  }),
};

interface ShopSignProps {
  shop: Shop;
  /** Whether the viewer may turn it. */
  manager: boolean;
}

/** The sign on the counter: what the shop is, and for managers the ways to turn it. */
export function ShopSign({ shop, manager }: ShopSignProps) {
  const [asked, setAsked] = useState<keyof typeof dialogs | null>(null);
  const Asked = asked && dialogs[asked];
  return (
    <section aria-labelledby="sign" className="shrink-0 p-4 md:w-96 md:overflow-y-auto md:p-6">
      <div className="-mx-4 flex justify-center border-ink border-b-2 md:-mx-6">
        <CounterSign text={signOf(shop)} className="-mt-12 -mb-px h-52" />
      </div>
      <h1 id="sign" className="mt-5 font-bold text-title" aria-live="polite">
        {statusTitle(shop, shop)}
      </h1>
      {shop.message && <p className="mt-2 wrap-anywhere font-semibold text-lead">{shop.message}</p>}
      <p className="mt-2 text-soft">{statusText(shop)}</p>
      {manager && <SignActions shop={shop} onAsk={setAsked} />}
      {!manager && (
        <p className="mt-6 border-copper border-l-4 pl-4">
          The managers open, close and pause the shop. You see here what they have set.
        </p>
      )}
      {Asked && <Asked shop={shop} onClose={() => setAsked((now) => (now === asked ? null : now))} />}
    </section>
  );
}

function signOf({ status, reopensAt, timeZone }: Shop): string {
  if (status === "paused") return reopensAt === null ? "back soon" : wallClock(reopensAt, timeZone);
  return status;
}

interface SignActionsProps {
  shop: Shop;
  onAsk(dialog: keyof typeof dialogs): void;
}

function SignActions({ shop, onAsk }: SignActionsProps) {
  const editing = useShopEdit();
  const isOpen = shop.status === "open";

  function open(): void {
    const settings = { ...settingsOf(shop), message: null, reopensAt: null, lastOrdersAt: null };
    editing.save({ base: shop, wanted: { ...settings, status: "open" } }, () => undefined);
  }

  return (
    <>
      <div className="mt-6 grid gap-3">
        {!isOpen && (
          <Button variant="primary" size="large" aria-disabled={editing.busy} onClick={open}>
            {editing.busy ? "Opening…" : "Open now"}
          </Button>
        )}
        {shop.status !== "closed" && (
          <Button variant={isOpen ? "primary" : "outline"} size="large" onClick={() => onAsk("pause")}>
            {isOpen ? "Pause" : "Pause for longer"}
          </Button>
        )}
        {isOpen && (
          <Button variant="outline" size="large" onClick={() => onAsk("lastOrders")}>
            Last orders
          </Button>
        )}
        {shop.status !== "closed" && (
          <Button variant="outline" size="large" onClick={() => onAsk("close")}>
            Close
          </Button>
        )}
      </div>
      <p role="alert" className="mt-3 font-medium text-late empty:hidden">
        {editing.error}
      </p>
      <ConflictDialog editing={editing} />
    </>
  );
}
