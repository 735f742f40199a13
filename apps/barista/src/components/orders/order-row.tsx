"use client";

import type { FoundOrder } from "@serverlesspresso/contracts/found-orders";
import type { Drink, Menu } from "@serverlesspresso/contracts/menu";
import { Cup } from "@serverlesspresso/ui/cup";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { wordsOfId } from "../menu/words-of-id";
import { clockText } from "./clock-text";
import { optionsText } from "./options-text";
import { OrderTimeline } from "./order-timeline";
import { standingWords } from "./standing-words";

interface OrderRowProps {
  order: FoundOrder;
  menu: Menu;
  timeZone: string;
}

/** One order of the day; its journey unfolds below it. */
export function OrderRow({ order, menu, timeZone }: OrderRowProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const drink = menu.drinks.find((each) => each.id === order.drinkOrder?.drink);
  return (
    <li className="border-hairline border-b">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-18 w-full items-center gap-3 rounded-edge py-2 text-left hover:bg-enamel sm:gap-5"
      >
        <span className="numerals w-14 shrink-0 text-right text-title">{order.number ?? <NoNumber />}</span>
        <span className="flex w-11 shrink-0 justify-center">
          {drink && (
            <Cup drink={drink} modifiers={order.drinkOrder?.modifiers ?? []} size={44} steaming={false} />
          )}
        </span>
        <span className="min-w-0 flex-1">
          <DrinkWords order={order} drink={drink} />
          <span className="block text-note sm:hidden">
            <Standing order={order} />
          </span>
        </span>
        <span className="hidden w-56 shrink-0 text-note sm:block">
          <Standing order={order} />
        </span>
        <span className="shrink-0 text-note text-soft tabular-nums">
          {clockText(order.submittedAt ?? order.createdAt, timeZone)}
        </span>
        <ChevronDown
          aria-hidden
          className={`size-5 shrink-0 text-soft transition-transform ${open ? "rotate-180" : ""}`}
        />
      </button>
      <div id={id} hidden={!open} className="pb-5 sm:pl-19">
        {open && <OrderTimeline order={order} timeZone={timeZone} />}
      </div>
    </li>
  );
}

function NoNumber() {
  return (
    <>
      <span aria-hidden className="text-soft">
        –
      </span>
      <span className="sr-only">Without a number</span>
    </>
  );
}

function DrinkWords({ order: { drinkOrder }, drink }: { order: FoundOrder; drink: Drink | undefined }) {
  if (drinkOrder === null) return <span className="block text-soft">Nothing chosen</span>;
  const options = drink
    ? optionsText(drink, drinkOrder.modifiers)
    : drinkOrder.modifiers.map(wordsOfId).join(", ");
  return (
    <>
      <span className="block truncate font-semibold">{drink?.name ?? wordsOfId(drinkOrder.drink)}</span>
      {options !== "" && <span className="block truncate text-note text-copper">{options}</span>}
    </>
  );
}

function Standing({ order }: { order: FoundOrder }) {
  return (
    <span className={order.state === "COMPLETED" ? "font-semibold text-ready" : "text-soft"}>
      {standingWords(order)}
    </span>
  );
}
