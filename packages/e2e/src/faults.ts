import type { Page, Route } from "@playwright/test";
import type { ErrorCode } from "@serverlesspresso/contracts/error";
import { errorStatus } from "@serverlesspresso/contracts/error";

/** A request of the API: its method, and its path without the query. */
interface Asked {
  method: string;
  path: RegExp;
}

type Undo = () => Promise<void>;

async function on(
  page: Page,
  { method, path }: Asked,
  handle: (route: Route) => Promise<void>,
): Promise<Undo> {
  const matches = (url: URL) => path.test(url.pathname);
  const handler = async (route: Route) => {
    if (route.request().method() !== method) return route.fallback();
    await handle(route);
  };
  await page.route(matches, handler);
  return () => page.unroute(matches, handler);
}

/** Requests that are never answered. */
export function hang(page: Page, asked: Asked): Promise<Undo> {
  return on(page, asked, () => new Promise(() => undefined));
}

/** Requests that do not get through. */
export function cut(page: Page, asked: Asked): Promise<Undo> {
  return on(page, asked, (route) => route.abort("connectionfailed"));
}

/** Requests that the back end carries out, and whose answers are lost on their way back; counts them. */
export async function loseAnswers(page: Page, asked: Asked, times = Number.POSITIVE_INFINITY) {
  const lost = { count: 0 };
  await on(page, asked, async (route) => {
    const answer = await route.fetch();
    if (lost.count >= times) return route.fulfill({ response: answer });
    lost.count += 1;
    await route.abort("connectionreset");
  });
  return lost;
}

/** Requests that are refused without reaching the back end. */
export function refuse(page: Page, asked: Asked, code: ErrorCode, message: string): Promise<Undo> {
  return on(page, asked, (route) =>
    route.fulfill({
      status: errorStatus[code],
      json: { error: { code, message } },
      headers: anyOrigin(route),
    }),
  );
}

/** Answers that say something else than the back end said. */
export function alter<T>(page: Page, asked: Asked, change: (body: T) => T): Promise<Undo> {
  return on(page, asked, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: change(await response.json()) });
  });
}

function anyOrigin(route: Route): Record<string, string> {
  return { "access-control-allow-origin": route.request().headers().origin ?? "*" };
}
