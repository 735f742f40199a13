"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { useLastError } from "@serverlesspresso/client/use-last-error";
import { useWalkUp } from "@serverlesspresso/client/use-walk-up";
import type { Menu } from "@serverlesspresso/contracts/menu";
import type { ShopStatus } from "@serverlesspresso/contracts/shop";
import { Banner } from "@serverlesspresso/ui/banner";
import { useTabTitle } from "@serverlesspresso/ui/use-tab-title";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { BarHeader } from "../bar/bar-header";
import { PageOffline } from "../bar/page-offline";
import { WalkUpDrink } from "./walk-up-drink";
import { WalkUpNumber } from "./walk-up-number";
import { WalkUpShelf } from "./walk-up-shelf";
import { WalkUpSkeleton } from "./walk-up-skeleton";

/** Somebody without a phone says what they would like, and is told their number. */
export function WalkUpScreen() {
  const reading = useQuery(shopQuery(useApi()));
  const shop = reading.data;
  const error = useLastError(reading);
  useTabTitle(`Walk-up order · ${shop?.name ?? "Serverlesspresso"}`);
  if (!shop) return error ? <PageOffline onRetry={reading.refetch} /> : <WalkUpSkeleton />;
  return (
    <div className="flex min-h-dvh flex-col">
      <BarHeader name={shop.name} />
      <main className="mx-auto flex w-full max-w-7xl flex-1 flex-col px-4 pt-5 md:px-6">
        <WalkUpOrder menu={shop.menu} status={shop.status} />
      </main>
    </div>
  );
}

const notOpen = {
  closed: "The shop is closed",
  paused: "The shop is paused",
} as const;

function WalkUpOrder({ menu, status }: { menu: Menu; status: ShopStatus }) {
  const walkUp = useWalkUp();
  const [drinkId, setDrinkId] = useState<string | null>(null);
  const [modifiers, setModifiers] = useState<readonly string[]>([]);
  const drink = menu.drinks.find(({ id }) => id === drinkId);
  const heading = useRef<HTMLHeadingElement>(null);
  const [guest, setGuest] = useState(0);
  // The button that asked for the next guest is gone.
  useEffect(() => {
    if (guest > 0) heading.current?.focus();
  }, [guest]);

  function startAnew(): void {
    setGuest((before) => before + 1);
    walkUp.reset();
    setDrinkId(null);
    setModifiers([]);
  }

  if (walkUp.isSuccess) return <WalkUpNumber order={walkUp.data} drink={drink} onNext={startAnew} />;
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="font-bold text-title">
        What would they like?
      </h1>
      {status !== "open" && (
        <Banner title={notOpen[status]} className="mt-4">
          It takes no orders until it opens again.
        </Banner>
      )}
      <div className="mt-4 grid flex-1 content-start gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <WalkUpShelf
          drinks={menu.drinks}
          modifiers={modifiers}
          value={drinkId}
          disabled={walkUp.isPending}
          onChoose={setDrinkId}
        />
        <WalkUpDrink drink={drink} modifiers={modifiers} walkUp={walkUp} onModifiers={setModifiers} />
      </div>
    </>
  );
}
