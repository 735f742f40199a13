"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Shop } from "@serverlesspresso/contracts/shop";
import dynamic from "next/dynamic";
import { memo, useMemo, useState } from "react";
import { Notices } from "../bar/notices";
import { OpenTickets } from "./open-tickets";
import { openTickets, readyTickets } from "./queue-order";
import { ReadyLane } from "./ready-lane";
import { useTicketCommands } from "./use-ticket-commands";

const CancelDialog = dynamic(() => import("./cancel-dialog").then((file) => file.CancelDialog));

const idsOf = (tickets: readonly Ticket[]) => new Set(tickets.map(({ id }) => id));

interface QueueBoardProps {
  shop: Shop;
  tickets: Ticket[];
  sub: string;
  manager: boolean;
  stale: boolean;
}

/** The two lanes. Drawn anew when a ticket changes, not with every second. */
export const QueueBoard = memo(function QueueBoard(props: QueueBoardProps) {
  const { shop, tickets, sub, manager, stale } = props;
  const [cancelling, setCancelling] = useState<Ticket | null>(null);
  const { run, cancel, notices, dismiss } = useTicketCommands();
  const open = useMemo(() => openTickets(tickets), [tickets]);
  const ready = useMemo(() => readyTickets(tickets), [tickets]);
  const drinks = useMemo(() => new Map(shop.menu.drinks.map((drink) => [drink.id, drink])), [shop.menu]);
  const lane = { drinks, viewer: { sub, manager }, stale, onCommand: run };
  return (
    <main className="flex min-h-0 flex-1 flex-col md:flex-row">
      <h1 className="sr-only">Queue of {shop.name}</h1>
      <OpenTickets
        {...lane}
        tickets={open}
        onCounter={idsOf(ready)}
        limits={shop.limits}
        onCancel={setCancelling}
      />
      <ReadyLane {...lane} tickets={ready} open={idsOf(open)} />
      {cancelling && (
        <CancelDialog
          ticket={cancelling}
          onClose={() => setCancelling(null)}
          onCancel={(reason) => {
            cancel(cancelling, reason);
            setCancelling(null);
          }}
        />
      )}
      <Notices notices={notices} onDismiss={dismiss} />
    </main>
  );
});
