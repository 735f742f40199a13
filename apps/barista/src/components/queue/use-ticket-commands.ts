"use client";

import { useOrderCommand } from "@serverlesspresso/client/mutations";
import type { Refusal } from "@serverlesspresso/client/order-command";
import type { Order, Ticket } from "@serverlesspresso/contracts/order";
import { useCallback, useState } from "react";
import type { Notice } from "../bar/notices";
import { refusalWords } from "./refusal";
import type { TicketCommand } from "./ticket-actions";

interface TicketCommands {
  run(ticket: Ticket, command: TicketCommand): void;
  cancel(ticket: Ticket, reason: string): void;
  /** What had no effect, and why. */
  notices: readonly Notice[];
  dismiss(id: number): void;
}

/** Every command of the bar, shown at once; a refused one is taken back and told of. */
export function useTicketCommands(): TicketCommands {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const dismiss = useCallback(
    (id: number) => setNotices((before) => before.filter((notice) => notice.id !== id)),
    [],
  );
  const onRefused = (refusal: Refusal, order: Order) => {
    const text = refusalWords(refusal, order);
    setNotices((before) => [...before.slice(-2), { id: (before.at(-1)?.id ?? 0) + 1, text }]);
  };
  const make = useOrderCommand("make", { onRefused });
  const unmake = useOrderCommand("unmake", { onRefused });
  const complete = useOrderCommand("complete", { onRefused });
  const collect = useOrderCommand("collect", { onRefused });
  const recall = useOrderCommand("recall", { onRefused });
  const cancel = useOrderCommand("cancel", { onRefused });
  const handles = { make, unmake, complete, collect, recall };
  return {
    run: (ticket, command) => handles[command].run(ticket),
    cancel: (ticket, reason) => cancel.run(ticket, reason),
    notices,
    dismiss,
  };
}
