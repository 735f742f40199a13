"use client";

import { useSwitchDrink } from "@serverlesspresso/client/use-switch-drink";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import { onceIdle } from "@serverlesspresso/ui/once-idle";
import dynamic from "next/dynamic";
import { memo, useCallback, useEffect, useMemo, useState } from "react";
import { Notices } from "../bar/notices";
import type { Viewer } from "../bar/viewer";
import { OpenTickets } from "./open-tickets";
import { openTickets, readyTickets } from "./queue-order";
import { ReadyLane } from "./ready-lane";
import type { Shelf } from "./ticket-sheet";
import { useBarKeys } from "./use-bar-keys";
import { usePause } from "./use-pause";
import { useTicketCommands } from "./use-ticket-commands";
import { useTold } from "./use-told";

const fetchTicketSheet = () => import("./ticket-sheet").then((file) => file.TicketSheet);
const fetchPauseDialog = () => import("../shop/pause-dialog").then((file) => file.PauseDialog);
const fetchKeySheet = () => import("./key-sheet").then((file) => file.KeySheet);
// Until they are there the queue stays as it is, and can be tapped.
const TicketSheet = dynamic(fetchTicketSheet, { loading: () => null });
const PauseDialog = dynamic(fetchPauseDialog, { loading: () => null });
const KeySheet = dynamic(fetchKeySheet, { loading: () => null });

/** What a tap opens is here before the connection may be gone. */
function useFetchedAhead(): void {
  useEffect(
    () => onceIdle(() => void Promise.allSettled([fetchTicketSheet(), fetchPauseDialog(), fetchKeySheet()])),
    [],
  );
}

const idsOf = (tickets: readonly Ticket[]) => new Set(tickets.map(({ id }) => id));

interface QueueBoardProps {
  shop: Shop;
  tickets: Ticket[];
  viewer: Viewer;
  stale: boolean;
}

/** The two lanes. Drawn anew when a ticket changes, not with every second. */
export const QueueBoard = memo(function QueueBoard({ shop, tickets, viewer, stale }: QueueBoardProps) {
  useFetchedAhead();
  const [asked, setAsked] = useState<Ticket | null>(null);
  const more = tickets.find(({ id }) => id === asked?.id);
  // Somebody else has ended it: its sheet must not come back with it.
  if (asked && !more) setAsked(null);
  const { notices, tell, dismiss } = useTold();
  const { run, cancel, undo, undoables } = useTicketCommands(tickets);
  const switchDrink = useSwitchDrink();
  const open = useMemo(() => openTickets(tickets), [tickets]);
  const ready = useMemo(() => readyTickets(tickets), [tickets]);
  const drinks = useMemo(() => new Map(shop.menu.drinks.map((drink) => [drink.id, drink])), [shop.menu]);
  const pause = usePause(shop, viewer, tell);
  const keys = useBarKeys({
    ...{ tickets, viewer, undoables },
    ...{ onCommand: run, onUndo: undo, onPause: pause.ask, onTell: tell },
  });
  const [fromRail, fromCounter] = useMemo(
    () => [
      undoables.filter(({ command }) => command === "complete" || command === "cancel"),
      undoables.filter(({ command }) => command === "collect"),
    ],
    [undoables],
  );
  const lane = { drinks, viewer, stale, showsKeys: keys.used, onCommand: run, onUndo: undo };
  const close = useCallback(() => setAsked(null), []);

  function switchShelf({ choice, available }: Shelf): void {
    const drink = more?.drinkOrder?.drink;
    // Milk that has run out has run out for every drink.
    const what = choice === undefined ? {} : { choice, everywhere: true };
    if (drink) switchDrink.run({ drink, available: !available, ...what });
    close();
  }

  return (
    <main className="flex min-h-0 flex-1 flex-col md:flex-row">
      <h1 className="sr-only">Queue of {shop.name}</h1>
      <OpenTickets
        {...lane}
        tickets={open}
        undoables={fromRail}
        onCounter={idsOf(ready)}
        limits={shop.limits}
        onMore={setAsked}
      />
      <ReadyLane {...lane} tickets={ready} undoables={fromCounter} open={idsOf(open)} />
      {more && (
        <TicketSheet
          ticket={more}
          drink={drinks.get(more.drinkOrder?.drink ?? "")}
          onClose={close}
          onSwitch={switchShelf}
          onCancel={(reason) => {
            cancel(more, reason);
            close();
          }}
        />
      )}
      {pause.isAsked && <PauseDialog shop={shop} onClose={pause.close} />}
      {keys.help && <KeySheet onClose={keys.closeHelp} />}
      <Notices notices={notices} onDismiss={dismiss} />
    </main>
  );
});
