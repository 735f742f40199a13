"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import type { LiveState } from "@serverlesspresso/client/use-live";
import { useSubmitOrder } from "@serverlesspresso/client/use-submit-order";
import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { useSound } from "@serverlesspresso/ui/use-sound";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { CancelOrder } from "../follow/cancel-order";
import { LiveAside } from "../page/live-aside";
import { Page } from "../page/page";
import { StaleBanner } from "../page/stale-banner";
import { drinkOrderOf, nothingWanted, pickedOf, wantedOf } from "./choice-state";
import { DrinkPanel } from "./drink-panel";
import { DrinkShelf } from "./drink-shelf";
import { MenuSkeleton } from "./menu-skeleton";
import { NoDrinkYet } from "./no-drink-yet";
import { OrderBar } from "./order-bar";
import { isUnderWay } from "./submit-text";
import { TimeToChoose } from "./time-to-choose";
import { UsualOrder } from "./usual-order";

interface ChooseScreenProps {
  order: Order;
  live: LiveState;
}

/** The menu of the bar, for a customer who has a place. */
export function ChooseScreen({ order, live }: ChooseScreenProps) {
  const { data: shop } = useQuery(shopQuery(useApi()));
  // The taps here let the bell ring later.
  useSound();
  return (
    <Page title="Choose" wide aside={<LiveAside live={live} />}>
      <StaleBanner stale={live.stale} />
      <h1 className="font-bold text-title">What would you like?</h1>
      <TimeToChoose order={order} />
      {shop ? <Menu shop={shop} order={order} stale={live.stale} /> : <MenuSkeleton />}
      <div className="mt-6 flex justify-center pb-24 lg:mt-2 lg:justify-start lg:pb-0">
        <CancelOrder order={order} drinkName={null} />
      </div>
    </Page>
  );
}

interface MenuProps {
  shop: Shop;
  order: Order;
  /** What is sold out may have changed meanwhile. */
  stale: boolean;
}

function Menu({ shop: { menu }, order, stale }: MenuProps) {
  const submission = useSubmitOrder(order.id);
  const [wanted, setWanted] = useState(() =>
    submission.choice ? wantedOf(menu, submission.choice) : nothingWanted,
  );
  const panel = useRef<HTMLDivElement>(null);
  const picked = pickedOf(menu, wanted);
  const locked = isUnderWay(submission.status);
  const modifiersOf = (drink: Drink) => pickedOf(menu, { ...wanted, drinkId: drink.id })?.modifiers ?? [];

  function choose(drinkId: string, byHand: boolean): void {
    setWanted((before) => ({ ...before, drinkId }));
    // On a narrow screen the drink stands below the shelves.
    if (!byHand || window.matchMedia("(min-width: 64rem)").matches) return;
    requestAnimationFrame(() => panel.current?.scrollIntoView({ block: "start" }));
  }

  return (
    <div className="mt-4 grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-x-16 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className={`grid content-start gap-6 ${stale ? "text-soft grayscale" : ""}`}>
        {!locked && <UsualOrder menu={menu} onTake={setWanted} />}
        <DrinkShelf
          drinks={menu.drinks}
          modifiersOf={modifiersOf}
          value={wanted.drinkId}
          disabled={locked}
          onChoose={choose}
        />
      </div>
      <div className="flex flex-col">
        <div ref={panel} className="scroll-mt-2 pt-10 lg:pt-0">
          {picked === null && <NoDrinkYet />}
          {picked && (
            <DrinkPanel
              picked={picked}
              disabled={locked}
              onChoose={(groupId, choiceId) =>
                setWanted((before) => ({ ...before, choices: { ...before.choices, [groupId]: choiceId } }))
              }
            />
          )}
        </div>
        <OrderBar
          picked={picked}
          submission={submission}
          onOrder={() => picked && submission.submit(drinkOrderOf(picked))}
        />
      </div>
    </div>
  );
}
