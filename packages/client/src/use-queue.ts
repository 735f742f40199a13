"use client";

import type { Ticket } from "@serverlesspresso/contracts/order";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useApi } from "./client-context";
import { queueQuery } from "./queue-queries";
import { showCommands } from "./show-commands";
import { useOutbox } from "./use-command-outbox";

export interface Queue {
  /** As the server has told of it. */
  told: UseQueryResult<Ticket[]>;
  /** As it will be with all that was tapped here; undefined until the server has told of it. */
  tickets: Ticket[] | undefined;
}

/** The queue, in which a barista's own commands show at once. */
export function useQueue(): Queue {
  const told = useQuery(queueQuery(useApi()));
  const { commands } = useOutbox();
  const tickets = useMemo(() => told.data && showCommands(told.data, commands), [told.data, commands]);
  return { told, tickets };
}
