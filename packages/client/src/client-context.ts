"use client";

import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Api } from "./api";
import type { ServerClock } from "./server-clock";
import type { SessionClient } from "./session";
import type { Session } from "./stored-tokens";

/** What AppProviders puts together once, when the configuration has been read. */
export interface Client {
  config: AppConfig;
  eventId: string;
  session: SessionClient;
  api: Api;
  clock: ServerClock;
}

export const ClientContext = createContext<Client | null>(null);

/** Everything of the client at once. Throws outside AppProviders, as all hooks here do. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error("AppProviders is missing above this component");
  return client;
}

/** The back end's addresses. */
export function useConfig(): AppConfig {
  return useClient().config;
}

/** The HTTP API for the page's shop, for queries: `useQuery(queueQuery(useApi()))`. */
export function useApi(): Api {
  return useClient().api;
}

/** The shop of this page: `?eventId=` of its first address. */
export function useEventId(): string {
  return useClient().eventId;
}

/** Who is signed in, or null; changes with sign-in and sign-out, in other tabs too. */
export function useSession(): Session | null {
  const { session } = useClient();
  return useSyncExternalStore(session.subscribe, session.current, session.current);
}

/** Signing in and out: `startSignIn`, `confirmSignIn`, `resendCode`, `waitingForCode`, `signOut`. */
export function useSessionClient(): SessionClient {
  return useClient().session;
}
