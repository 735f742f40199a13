import { setTimeout as wait } from "node:timers/promises";
import type { Page, Request, Route } from "@playwright/test";
import { type ErrorBody, errorStatus } from "@serverlesspresso/contracts/error";

/** Requests by their method, and by their path without the query. */
export interface Asked {
  method: "GET" | "PATCH" | "POST" | "PUT";
  path: RegExp;
}

/** Lets the requests through again. */
type Undo = () => Promise<void>;

export const asked = {
  config: { method: "GET", path: /\/config\.json$/ },
  shop: { method: "GET", path: /\/shop$/ },
  changeShop: { method: "PUT", path: /\/shop$/ },
  switchDrink: { method: "PATCH", path: /\/menu\/[\w-]+$/ },
  editDraft: { method: "PUT", path: /\/menu\/draft$/ },
  redeem: { method: "POST", path: /\/qr-code$/ },
  order: { method: "GET", path: /\/orders\/[\w-]+$/ },
  submit: { method: "PUT", path: /\/orders\/[\w-]+$/ },
  beginWalkUp: { method: "POST", path: /\/orders$/ },
  journey: { method: "GET", path: /\/journey$/ },
  staff: { method: "GET", path: /\/staff$/ },
  stats: { method: "GET", path: /\/stats$/ },
  cancel: { method: "POST", path: /\/cancel$/ },
  line: { method: "GET", path: /\/line$/ },
  make: { method: "POST", path: /\/make$/ },
  complete: { method: "POST", path: /\/complete$/ },
  collect: { method: "POST", path: /\/collect$/ },
  command: { method: "POST", path: /\/orders\/[\w-]+\/\w+$/ },
  tickets: { method: "GET", path: /\/orders$/ },
  myOrders: { method: "GET", path: /\/myOrders$/ },
  fonts: { method: "GET", path: /\.woff2$/ },
} as const satisfies Record<string, Asked>;

/** Requests that are never answered. */
export function hang(page: Page, which: Asked): Promise<Undo> {
  return on(page, which, () => new Promise(() => undefined));
}

/** Requests whose answers take so long on their way. */
export function slow(page: Page, which: Asked, ms: number): Promise<Undo> {
  return on(page, which, async (route) => {
    await wait(ms);
    await route.fallback();
  });
}

/** Requests that do not get through. */
export function cut(page: Page, which: Asked): Promise<Undo> {
  return on(page, which, (route) => route.abort("connectionfailed"));
}

/** Requests that are carried out, and whose answers are lost on their way back, so many times; counts them. */
export async function loseAnswers(page: Page, which: Asked, times: number): Promise<{ count: number }> {
  const lost = { count: 0 };
  await on(page, which, async (route) => {
    if (lost.count >= times) return route.fallback();
    lost.count += 1;
    await route.fetch();
    await route.abort("connectionreset");
  });
  return lost;
}

/** Requests that are refused before they reach the back end. */
export function refuse(page: Page, which: Asked, error: ErrorBody["error"]): Promise<Undo> {
  return on(page, which, (route) => {
    const headers = { "access-control-allow-origin": route.request().headers().origin ?? "*" };
    return route.fulfill({ status: errorStatus[error.code], json: { error }, headers });
  });
}

/** Answers that tell of something that is not so. */
export async function alter<T>(page: Page, which: Asked, change: (body: T) => T): Promise<Undo> {
  const underWay = new Set<Promise<void>>();
  const undo = await on(page, which, (route) => {
    const altered = (async () => {
      const response = await route.fetch();
      await route.fulfill({ response, json: change(await response.json()) });
    })().finally(() => underWay.delete(altered));
    underWay.add(altered);
    return altered;
  });
  return async () => {
    // Let through while it is being altered, a request would be answered twice.
    await Promise.all(underWay);
    await undo();
  };
}

async function on(
  page: Page,
  { method, path }: Asked,
  handle: (route: Route) => Promise<void>,
): Promise<Undo> {
  const matches = (url: URL) => path.test(url.pathname);
  // A page may have the path of what it asks for.
  const isAsked = (request: Request) => request.method() === method && !request.isNavigationRequest();
  const handler = (route: Route) => (isAsked(route.request()) ? handle(route) : route.fallback());
  await page.route(matches, handler);
  return () => page.unroute(matches, handler);
}
