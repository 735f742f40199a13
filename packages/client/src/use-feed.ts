"use client";

import { type Client, useClient } from "./client-context";
import { LiveFeed } from "./live-feed";
import { onSomebodyElse } from "./on-somebody-else";
import type { SessionClient } from "./session";

const feeds = new WeakMap<SessionClient, LiveFeed>();

/**
 * The one connection of an app. It is made for the first page that listens, so that pages which do not are
 * loaded without what it takes.
 */
export function useFeed(): LiveFeed {
  const client = useClient();
  const known = feeds.get(client.session);
  if (known) return known;
  const feed = connect(client);
  feeds.set(client.session, feed);
  return feed;
}

function connect({ config, session }: Client): LiveFeed {
  const feed = new LiveFeed({
    realtimeUrl: config.eventsRealtimeUrl,
    host: new URL(config.eventsUrl).host,
    token: async (refused) => (await session.get({ refused }))?.accessToken ?? null,
    open: (url, protocols) => new WebSocket(url, protocols),
  });
  onSomebodyElse(session, () => feed.restart());
  return feed;
}
