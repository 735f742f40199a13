"use client";

import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import { defaultEventId } from "@serverlesspresso/contracts/names";
import { type ReactNode, startTransition, useCallback, useEffect, useState } from "react";
import { loadConfig } from "./config";
import { type Connection, PersonScope } from "./person-scope";
import { ServerClock } from "./server-clock";
import { createSession } from "./session";

export interface AppProvidersProps {
  children: ReactNode;
  /** Shown until the configuration has been read. */
  loading: ReactNode;
  /** Shown when it could not be read; it is tried again every few seconds, and by `retry`. */
  failed(retry: () => Promise<void>): ReactNode;
}

const retryEveryMs = 3_000;

/** Everything that the hooks of this package need. Children are rendered once the configuration is known. */
export function AppProviders({ children, loading, failed }: AppProvidersProps) {
  const [connection, setConnection] = useState<Connection | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const load = useCallback(
    () =>
      loadConfig()
        // In small pieces: the whole page comes with it, and a slow phone is to answer meanwhile.
        .then((config) => startTransition(() => setConnection((known) => known ?? connect(config))))
        .catch(() => setFailed(true)),
    [],
  );

  useEffect(() => {
    if (connection) return;
    void load();
    const timer = setInterval(load, retryEveryMs);
    return () => clearInterval(timer);
  }, [connection, load]);

  if (!connection) return hasFailed ? failed(load) : loading;
  return <PersonScope connection={connection}>{children}</PersonScope>;
}

function connect(config: AppConfig): Connection {
  return {
    config,
    eventId: new URLSearchParams(window.location.search).get("eventId") || defaultEventId,
    session: createSession(config),
    clock: new ServerClock(),
  };
}
