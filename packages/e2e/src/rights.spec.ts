import { channels } from "@serverlesspresso/contracts/live";
import { z } from "zod";
import { test as base, expect } from "./actors";
import { callApi } from "./api-call";
import { names } from "./aws-clients";
import { subOf } from "./cognito";
import { LiveSocket } from "./live-socket";
import { type Cast, castRoles } from "./rights-cast";
import { cellsOf, liveChannels, people, type Role, routes, strangers } from "./rights-table";
import { rowsOf } from "./secrets-of";
import type { Stack } from "./stack";
import { callAs } from "./staff-call";

const test = base.extend<object, { cast: Cast }>({
  cast: [async ({ stack }, use) => use(await castRoles(stack)), { scope: "worker" }],
});

const Described = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const Refused = z.object({ error: z.object({ code: z.string() }) });

test("every route of the API has its row in the table of rights, and every row a route", async ({
  stack,
}) => {
  const { body } = await callApi(stack, null, { method: "GET", path: "/openapi.json" });
  const described = Object.entries(Described.parse(body).paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...described, "GET /openapi.json"].sort()).toEqual(Object.keys(routes).sort());
});

for (const role of [...people, ...strangers] as const) {
  test(`${role}: every route answers as the table of rights says, and nothing changes`, async ({
    stack,
    cast,
  }) => {
    const before = await kept(stack);
    expect(await answersTo(stack, cast, role)).toEqual(cellsOf(routes, role, "401"));
    expect(await kept(stack)).toEqual(before);
  });

  test(`${role}: every live channel opens or not as the table of rights says`, async ({ stack, cast }) => {
    // Nobody but the back end publishes.
    const cells = { ...cellsOf(liveChannels, role, "UnauthorizedException"), publish: "401" };
    expect(await channelsOf(stack, cast, role)).toEqual(cells);
  });
}

async function answersTo(stack: Stack, cast: Cast, role: Role): Promise<Record<string, string>> {
  const token = cast.tokens[role];
  const found: [string, string][] = [];
  for (const [route, { ask }] of Object.entries(routes)) {
    const [method = ""] = route.split(" ");
    const { path, body, headers } = ask(subjectFor(cast, role));
    const { status, body: answer } = await callApi(stack, token, {
      method,
      path,
      body: method === "GET" ? undefined : body,
      headers: { "idempotency-key": `${role} ${route}`.replaceAll(" ", "-"), ...headers },
    });
    const refusal = Refused.safeParse(answer);
    found.push([
      route,
      status !== 401 && refusal.success ? `${status} ${refusal.data.error.code}` : `${status}`,
    ]);
  }
  return Object.fromEntries(found);
}

async function channelsOf(stack: Stack, cast: Cast, role: Role): Promise<Record<string, string>> {
  const { answer, feed } = await LiveSocket.open(stack, cast.tokens[role] ?? "");
  const found: [string, string][] = [];
  for (const [name, { ask }] of Object.entries(liveChannels)) {
    found.push([name, feed ? await feed.subscribe(ask(subjectFor(cast, role))) : answer]);
  }
  feed?.close();
  found.push(["publish", await publishing(stack, cast.tokens[role])]);
  return Object.fromEntries(found);
}

async function publishing(stack: Stack, token: string | null): Promise<string> {
  const { eventsUrl } = await stack.config();
  const { status } = await fetch(`${eventsUrl}/event`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(token !== null && { authorization: token }) },
    body: JSON.stringify({ channel: channels.status("default"), events: ["{}"] }),
  });
  return String(status);
}

function subjectFor({ tokens, subject }: Cast, role: Role) {
  const token = tokens[role];
  return { ...subject, self: token === null ? "nobody" : subOf(token) };
}

/** What none of the requests may change. */
async function kept(stack: Stack): Promise<unknown> {
  const [orders, config] = await Promise.all([
    rowsOf(stack, names.orderTable),
    rowsOf(stack, names.configTable),
  ]);
  const staff = await callAs(stack, "manager", { method: "GET", path: "/staff" });
  return {
    orders: orders.map(({ SK, ORDERSTATE, version }) => ({ SK, ORDERSTATE, version })),
    config: config.map(({ PK, version, open }) => ({ PK, version, open })),
    staff: staff.body,
  };
}
