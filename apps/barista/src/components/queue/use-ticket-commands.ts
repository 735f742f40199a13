"use client";

import { useCommandOutbox, useOutbox } from "@serverlesspresso/client/use-command-outbox";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { TicketCommand } from "./ticket-actions";
import { type Undoable, undoablesOf, undoMs } from "./undo";

export interface TicketCommands {
  run(ticket: Ticket, command: TicketCommand): void;
  cancel(ticket: Ticket, reason: string): void;
  undo(undoable: Undoable): void;
  /** What can be undone now, the latest last. */
  undoables: readonly Undoable[];
}

/** Every command of the bar. Those with no way back are held for as long as they can be undone. */
export function useTicketCommands(tickets: readonly Ticket[]): TicketCommands {
  const outbox = useCommandOutbox();
  const { undoables, remember } = useUndoables(tickets);
  const shown = useRef(tickets);
  useEffect(() => {
    shown.current = tickets;
  });

  const run = useCallback(
    (ticket: Ticket, command: TicketCommand) => {
      const last = outbox
        .current()
        .commands.filter((kept) => kept.ticket.id === ticket.id)
        .at(-1);
      if (last?.command === command) return;
      outbox.place(ticket, command, { holdMs: command === "collect" ? undoMs : 0 });
      if (command === "make" || command === "complete") remember(ticket, command);
    },
    [outbox, remember],
  );
  const cancel = useCallback(
    (ticket: Ticket, reason: string) => {
      // As it is by now: somebody may have taken it while a reason was being chosen.
      const latest = shown.current.find(({ id }) => id === ticket.id) ?? ticket;
      outbox.place(latest, "cancel", { reason, holdMs: undoMs });
    },
    [outbox],
  );
  const undo = useCallback(
    ({ key, command, ticket: before }: Undoable) => {
      if (outbox.takeBack(key)) return;
      const ticket = shown.current.find(({ id }) => id === before.id);
      if (!ticket) return;
      if (command === "make") outbox.place(ticket, "unmake");
      if (command !== "complete") return;
      outbox.place(ticket, "recall");
      // Whoever recalls has it: a colleague who had it can take it again.
      if (before.baristaUserId !== outbox.ports.by.sub) outbox.place(ticket, "unmake");
    },
    [outbox],
  );
  return { run, cancel, undo, undoables };
}

interface Undoables {
  undoables: readonly Undoable[];
  remember(before: Ticket, command: "make" | "complete"): void;
}

/** Keeps in mind what was sent, and lets go of each tap when its time is over. */
function useUndoables(tickets: readonly Ticket[]): Undoables {
  const { commands } = useOutbox();
  const { sub } = useCommandOutbox().ports.by;
  const [sent, setSent] = useState<readonly Undoable[]>([]);
  const [now, setNow] = useState(() => Date.now());
  const undoables = useMemo(
    () => undoablesOf(sent, commands, tickets, now, sub),
    [sent, commands, tickets, now, sub],
  );
  const soonest = undoables[0]?.until;
  useEffect(() => {
    if (soonest === undefined) return;
    const timer = setTimeout(() => setNow(Date.now()), soonest - Date.now());
    return () => clearTimeout(timer);
  }, [soonest]);
  const remember = useCallback((ticket: Ticket, command: "make" | "complete") => {
    const at = Date.now();
    const tap = { key: `${command} ${ticket.id}`, command, ticket, until: at + undoMs };
    setSent((before) => [...before.filter(({ key, until }) => key !== tap.key && until > at), tap]);
    setNow(at);
  }, []);
  return { undoables, remember };
}
