"use client";

import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import { Button, buttonLook } from "@serverlesspresso/ui/button";
import { Cup } from "@serverlesspresso/ui/cup";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useShopPath } from "../bar/use-shop-path";
import { optionsText } from "./options-text";

interface WalkUpNumberProps {
  order: Pick<Order, "number" | "drinkOrder">;
  drink: Drink | undefined;
  onNext(): void;
}

/** The number to tell the guest: it will be called out and stands on the shop's screen. */
export function WalkUpNumber({ order, drink, onNext }: WalkUpNumberProps) {
  const queue = useShopPath("/");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const modifiers = order.drinkOrder?.modifiers ?? [];
  const options = drink ? optionsText(drink, modifiers) : "";
  return (
    <div className="m-auto flex flex-col items-center py-8 text-center">
      <h1 ref={heading} tabIndex={-1}>
        <span className="block font-semibold text-lead text-soft">Tell them their number</span>{" "}
        <span data-testid="walk-up-number" className="numerals mt-6 block text-huge">
          {order.number}
        </span>
      </h1>
      <div className="mt-8 flex items-center gap-4 text-left">
        {drink && <Cup drink={drink} modifiers={modifiers} size={72} />}
        <p>
          <strong className="block font-bold font-display text-lead">{drink?.name ?? "Ordered"}</strong>
          {options !== "" && <span className="block text-copper">{options}</span>}
          <span className="block text-note text-soft">It is in the queue and on the screen.</span>
        </p>
      </div>
      <div className="mt-10 flex flex-wrap justify-center gap-3">
        <Button size="large" onClick={onNext}>
          Next walk-up
        </Button>
        <Link href={queue} className={buttonLook({ size: "large", variant: "outline" })}>
          To the queue
        </Link>
      </div>
    </div>
  );
}
