"use client";

import { readStored, store } from "@serverlesspresso/client/storage";
import { type SubmitOrderHandle, useSubmitOrder } from "@serverlesspresso/client/use-submit-order";
import { type Drink, DrinkOrder } from "@serverlesspresso/contracts/menu";
import type { Order } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { DrinkPanel } from "@serverlesspresso/ui/drink-panel";
import { DrinkShelf } from "@serverlesspresso/ui/drink-shelf";
import {
  drinkOrderOf,
  nothingWanted,
  type Picked,
  pickedOf,
  type Wanted,
  wantedOf,
} from "@serverlesspresso/ui/picked-drink";
import {
  memo,
  startTransition,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { NoDrinkYet } from "./no-drink-yet";
import { OrderBar } from "./order-bar";
import { isUnderWay } from "./submit-text";
import { useShelfAndPanel } from "./use-shelf-and-panel";
import { UsualOrder } from "./usual-order";

const none: readonly string[] = [];

interface MenuProps {
  shop: Shop;
  order: Order;
  usual: DrinkOrder | null;
  /** What is sold out may have changed meanwhile. */
  stale: boolean;
}

/** The shelves, the drink that was taken from them, and the one button. Not drawn anew with each second. */
export const ShopMenu = memo(function ShopMenu({ shop: { menu }, order, usual, stale }: MenuProps) {
  const submission = useSubmitOrder(order.id);
  const [wanted, setWanted] = useState(() => {
    // What is on its way goes before what was chosen last, and that before what the bar has refused.
    const sent = isUnderWay(submission.status) ? submission.choice : null;
    const kept = sent ?? keptChoice(order.id) ?? submission.choice;
    return kept ? wantedOf(menu, kept) : nothingWanted;
  });
  // What is wanted by now, which may not be drawn yet.
  const latest = useRef(wanted);
  // How often a hand took a cup: each time the page leads to it.
  const [taps, setTaps] = useState(0);
  // All that a hand takes comes in transitions: what was tapped answers in its frame, the rest is drawn after it.
  const picked = useMemo(() => pickedOf(menu, wanted), [menu, wanted]);
  const { shelf, panel, toShelf } = useShelfAndPanel(taps);
  // The button answers the tap; that nothing else can be taken meanwhile is drawn in the frame after.
  const locked = useDeferredValue(isUnderWay(submission.status));
  const { choices } = wanted;
  const modifiersOf = useMemo(() => {
    const all = menu.drinks.map(
      ({ id }) => [id, pickedOf(menu, { choices, drinkId: id })?.modifiers] as const,
    );
    const known = new Map(all);
    return ({ id }: Drink) => known.get(id) ?? none;
  }, [menu, choices]);

  const want = useCallback((next: Wanted) => {
    latest.current = next;
    setWanted(next);
  }, []);
  const takeUsual = (usual: Wanted) => startTransition(() => want(usual));
  const choose = useCallback(
    (drinkId: string, byHand: boolean) => {
      want({ ...latest.current, drinkId });
      if (byHand) setTaps((before) => before + 1);
    },
    [want],
  );
  const chooseOption = useCallback(
    (groupId: string, choiceId: string) =>
      want({ ...latest.current, choices: { ...latest.current.choices, [groupId]: choiceId } }),
    [want],
  );

  useEffect(() => keepChoice(order.id, picked), [order.id, picked]);
  // What is on its way is what is shown: another tab may have sent another drink, or a tap come between.
  const sent = isUnderWay(submission.status) ? submission.choice : null;
  useEffect(() => {
    if (sent === null) return;
    const due = wantedOf(menu, sent);
    const duePicked = pickedOf(menu, due);
    // A menu that has changed meanwhile may not have all of it.
    if (duePicked && !isPicked(drinkOrderOf(duePicked), picked)) want(due);
  }, [sent, menu, picked, want]);

  function submit(): void {
    const due = pickedOf(menu, latest.current);
    if (due?.obstacle === null) submission.submit(drinkOrderOf(due));
  }

  const told = asTold(submission, picked);
  return (
    <div
      // What stands below makes room for what the bar tells.
      data-told={told.refusal || locked ? "" : undefined}
      className="peer mt-4 grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-x-16 lg:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <div
        ref={shelf}
        className={`grid scroll-mt-4 content-start gap-6 ${stale ? "text-soft grayscale" : ""}`}
      >
        {usual && <UsualOrder usual={usual} menu={menu} disabled={locked} onTake={takeUsual} />}
        <DrinkShelf
          drinks={menu.drinks}
          modifiersOf={modifiersOf}
          value={wanted.drinkId}
          disabled={locked}
          onChoose={choose}
        />
      </div>
      <div className="flex flex-col">
        <div ref={panel} className="-scroll-mt-3 pt-10 lg:pt-0">
          {picked ? (
            <DrinkPanel picked={picked} disabled={locked} onOthers={toShelf} onChoose={chooseOption} />
          ) : (
            <NoDrinkYet />
          )}
        </div>
        <OrderBar orderId={order.id} picked={picked} submission={told} onOrder={submit} />
      </div>
    </div>
  );
});

/** Why a choice was refused is told until another one is made. */
function asTold(submission: SubmitOrderHandle, picked: Picked | null): SubmitOrderHandle {
  const { refusal, choice } = submission;
  if (refusal === null || picked === null) return submission;
  return choice && isPicked(choice, picked) ? submission : { ...submission, refusal: null };
}

function isPicked(choice: DrinkOrder, picked: Picked | null): boolean {
  return picked !== null && JSON.stringify(choice) === JSON.stringify(drinkOrderOf(picked));
}

const choiceKey = (orderId: string) => `serverlesspresso.choice.${orderId}`;

/** What was chosen and not sent: it is there again after a look at another page, and over a reload. */
function keptChoice(orderId: string): DrinkOrder | null {
  return readStored(sessionStorage, choiceKey(orderId), DrinkOrder);
}

function keepChoice(orderId: string, picked: Picked | null): void {
  // What has left the menu is not to be forgotten: its place would be taken by the default.
  const isWhole = picked?.groups.every((group) => group.picked ?? group.missing);
  if (picked && isWhole) store(sessionStorage, choiceKey(orderId), JSON.stringify(drinkOrderOf(picked)));
}
