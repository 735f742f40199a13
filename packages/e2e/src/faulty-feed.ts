import type { Page, WebSocketRoute } from "@playwright/test";

/** A page's live feed, which can be made to fail. */
export interface FaultyFeed {
  /** Connected, and nothing goes through any more, in either direction: a half-open socket. */
  silence(): void;
  /** Closed, and every new one closes at once. */
  end(): Promise<void>;
  /** New connections work again. */
  mend(): void;
  /** Sends the page once more what it was told, for example out of turn. */
  repeat(told: RegExp): void;
}

/** Puts itself between a page and its live feed; to be called before the page is opened. */
export async function faultyFeed(page: Page): Promise<FaultyFeed> {
  let fault: "none" | "silent" | "ended" = "none";
  const open = new Set<WebSocketRoute>();
  const told: { socket: WebSocketRoute; message: string }[] = [];
  await page.routeWebSocket(/\/event\/realtime/, async (socket) => {
    if (fault === "ended") return socket.close();
    open.add(socket);
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (fault === "none") server.send(message);
    });
    server.onMessage((message) => {
      if (fault !== "none") return;
      told.push({ socket, message: String(message) });
      socket.send(message);
    });
  });
  return {
    silence() {
      fault = "silent";
    },
    async end() {
      fault = "ended";
      await Promise.all([...open].map((socket) => socket.close()));
    },
    mend() {
      fault = "none";
    },
    repeat(wanted) {
      for (const { socket, message } of told.filter((each) => wanted.test(each.message)))
        socket.send(message);
    },
  };
}
