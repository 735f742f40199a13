"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { createApi } from "./api";
import { type Client, ClientContext } from "./client-context";
import { isPassing } from "./network-error";
import { onSomebodyElse } from "./on-somebody-else";
import { firstPerson, personAfter } from "./person";
import { sessionOf } from "./session-of";

/** What lasts as long as the page, whoever is signed in. */
export type Connection = Omit<Client, "api">;

interface PersonScopeProps {
  connection: Connection;
  children: ReactNode;
}

/**
 * Everything below belongs to one person. Another one who signs in, here or in another tab, gets new pages,
 * a new query cache and a new API: an answer that is still on its way ends in the cache that nobody sees.
 */
export function PersonScope({ connection, children }: PersonScopeProps) {
  const sub = useSub(connection);
  const [person, setPerson] = useState(() => firstPerson(sub));
  const present = personAfter(person, sub);
  if (present !== person) setPerson(present);
  return (
    <Scope key={present.number} connection={connection} sub={sub}>
      {children}
    </Scope>
  );
}

function Scope({ connection, sub, children }: PersonScopeProps & { sub: string | null }) {
  const [queries] = useState(createQueryClient);
  const client = useMemo(() => {
    const { config, eventId, session, clock } = connection;
    const api = createApi({ apiUrl: config.apiUrl, eventId, session: sessionOf(session, sub), clock });
    return { ...connection, api };
  }, [connection, sub]);

  useEffect(() => {
    // What is shown of somebody goes with them.
    const forget = () => void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== "shop" });
    return onSomebodyElse(connection.session, forget);
  }, [connection, queries]);

  return (
    <QueryClientProvider client={queries}>
      <ClientContext value={client}>{children}</ClientContext>
    </QueryClientProvider>
  );
}

function useSub({ session }: Connection): string | null {
  const current = useSyncExternalStore(session.subscribe, session.current, session.current);
  return current?.sub ?? null;
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
