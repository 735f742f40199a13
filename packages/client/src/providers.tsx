"use client";

import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import { defaultEventId } from "@serverlesspresso/contracts/names";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { createApi } from "./api";
import { type Client, ClientContext } from "./client-context";
import { loadConfig } from "./config";
import { LiveFeed } from "./live-feed";
import { isPassing } from "./network-error";
import { ServerClock } from "./server-clock";
import { createSession } from "./session";

export interface AppProvidersProps {
  children: ReactNode;
  /** Shown until the configuration has been read. */
  loading: ReactNode;
  /** Shown when it could not be read; it is tried again every few seconds, and by `retry`. */
  failed(retry: () => void): ReactNode;
}

const retryEveryMs = 3_000;

/** Everything that the hooks of this package need. Children are rendered once the configuration is known. */
export function AppProviders({ children, loading, failed }: AppProvidersProps) {
  const [queries] = useState(createQueryClient);
  const [client, setClient] = useState<Client | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const load = useCallback(() => {
    loadConfig()
      .then((config) => setClient((known) => known ?? createClient(config)))
      .catch(() => setFailed(true));
  }, []);

  useEffect(() => {
    if (client) return;
    load();
    const timer = setInterval(load, retryEveryMs);
    return () => clearInterval(timer);
  }, [client, load]);

  useEffect(() => client?.session.subscribe(onSomebodyElse(client, queries)), [client, queries]);

  if (!client) return hasFailed ? failed(load) : loading;
  return (
    <QueryClientProvider client={queries}>
      <ClientContext value={client}>{children}</ClientContext>
    </QueryClientProvider>
  );
}

/** Nothing of one person is shown to the next one. */
function onSomebodyElse({ session, feed }: Client, queries: QueryClient): () => void {
  let sub = session.current()?.sub;
  return () => {
    const next = session.current()?.sub;
    if (next === sub) return;
    sub = next;
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "shop" });
    feed.restart();
  };
}

function createClient(config: AppConfig): Client {
  const eventId = new URLSearchParams(window.location.search).get("eventId") || defaultEventId;
  const session = createSession(config);
  const clock = new ServerClock();
  const api = createApi({ apiUrl: config.apiUrl, eventId, session, clock });
  const feed = new LiveFeed({
    realtimeUrl: config.eventsRealtimeUrl,
    host: new URL(config.eventsUrl).host,
    token: async (options) => (await session.get(options))?.accessToken ?? null,
    open: (url, protocols) => new WebSocket(url, protocols),
  });
  return { config, eventId, session, api, feed, clock };
}

function createQueryClient(): QueryClient {
  // What the browser says of its connection is not believed: a shop may have a network without internet.
  const networkMode = "always";
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode, retry: (failures, error) => failures < 2 && isPassing(error) },
      mutations: { networkMode },
    },
  });
}
