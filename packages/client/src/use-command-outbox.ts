"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { type Client, useClient, useSession } from "./client-context";
import { CommandOutbox, type Outbox } from "./command-outbox";
import { KeptCommands } from "./kept-commands";
import { onReturn } from "./on-return";
import { queryKeys } from "./queries";
import { takeIntoQueue } from "./take-order";
import { useFeed } from "./use-feed";

/** One for whoever is signed in, as their API is: it goes on while they go from page to page. */
const outboxes = new WeakMap<Client["api"], CommandOutbox>();

/** The commands of whoever is signed in; throws for nobody. */
export function useCommandOutbox(): CommandOutbox {
  const { api } = useClient();
  const client = useQueryClient();
  const session = useSession();
  const known = outboxes.get(api);
  if (known) return known;
  if (!session) throw new Error("a command needs somebody who gives it");
  const outbox = createOutbox(api, client, { sub: session.sub, name: session.name });
  outboxes.set(api, outbox);
  return outbox;
}

/** What has been tapped and not answered yet, and what was refused. */
export function useOutbox(): Outbox {
  const outbox = useCommandOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.current, outbox.current);
}

/** Sends what is tapped and kept while the page stands; belongs once around all pages of the bar. */
export function useSendCommands(): void {
  const outbox = useCommandOutbox();
  const feed = useFeed();
  useEffect(() => {
    outbox.start();
    const leaves = [
      onReturn(() => outbox.nudge()),
      feed.onChange(() => {
        if (feed.live) outbox.nudge();
      }),
    ];
    const look = () => outbox.look();
    window.addEventListener("storage", look);
    return () => {
      outbox.stop();
      for (const leave of leaves) leave();
      window.removeEventListener("storage", look);
    };
  }, [outbox, feed]);
}

function createOutbox(
  { commandOrder, eventId }: Client["api"],
  client: QueryClient,
  by: CommandOutbox["ports"]["by"],
): CommandOutbox {
  return new CommandOutbox({
    commandOrder,
    by,
    kept: new KeptCommands(localStorage, by.sub, eventId),
    onOrder: (order) => takeIntoQueue(client, eventId, order),
    onRefused: ({ kept }) => {
      void client.invalidateQueries({ queryKey: queryKeys.queue(eventId) });
      void client.invalidateQueries({ queryKey: queryKeys.order(eventId, kept.ticket.id) });
    },
  });
}
