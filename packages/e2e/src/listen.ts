import type { BrowserContext, Page, Response } from "@playwright/test";
import type { Stack } from "./stack";

/**
 * Keeps everything that the API and the live feed send to a browser context. Answers a function that waits
 * for what is still being read; to be called before the context closes.
 */
export function listen(context: BrowserContext, stack: Stack): () => Promise<void> {
  const reading = new Set<Promise<void>>();
  context.on("response", (response) => {
    if (!response.url().startsWith(stack.apiUrl)) return;
    const read = keep(response, stack).finally(() => reading.delete(read));
    reading.add(read);
  });
  context.on("page", (page) => hearSockets(page, stack));
  return async () => void (await Promise.all(reading));
}

async function keep(response: Response, { traffic }: Stack): Promise<void> {
  const method = response.request().method();
  // A page that goes away takes its last answers with it.
  const headers = await response.allHeaders().catch(() => ({}));
  const body = await response.text().catch(() => null);
  if (body === null && method !== "OPTIONS") traffic.unread += 1;
  traffic.answer(method, response.url(), response.status(), headers, body ?? "");
}

function hearSockets(page: Page, { traffic, awsUrl }: Stack): void {
  page.on("websocket", (socket) => {
    // Under `--lan` the feed has another host than the back end's own address.
    if (new URL(socket.url()).port !== new URL(awsUrl).port) return;
    socket.on("framereceived", ({ payload }) => traffic.frame(String(payload)));
  });
}
