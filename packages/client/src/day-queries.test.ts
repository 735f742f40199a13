import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import type { Api } from "./api";
import { dayStatsQuery, foundOrdersQuery } from "./day-queries";

/** An API that answers nothing but which paths it was asked for. */
function askedApi(asked: string[], answer: object): Api {
  const call = async (_schema: unknown, _method: string, path: string) => {
    asked.push(path);
    return answer;
  };
  // The queries use nothing else of it.
  return { eventId: "default", call } as unknown as Api;
}

it("names no day where today is meant, so that it goes on past midnight", async () => {
  const asked: string[] = [];
  const api = askedApi(asked, {});
  const client = new QueryClient();
  await client.fetchQuery(dayStatsQuery(api, null));
  await client.fetchQuery(dayStatsQuery(api, "2026-11-22"));
  expect(asked).toEqual(["/stats", "/stats?day=2026-11-22"]);
});

it("asks for what is looked for and no more, and goes on with the cursor of the last page", async () => {
  const asked: string[] = [];
  const api = askedApi(asked, { orders: [], cursor: "1.a" });
  const search = { day: null, number: 42, drink: null };
  await new QueryClient().fetchInfiniteQuery({ ...foundOrdersQuery(api, search), pages: 2 });
  expect(asked).toEqual(["/orders?number=42", "/orders?number=42&cursor=1.a"]);
});
