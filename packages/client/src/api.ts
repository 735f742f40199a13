import { AccountDeleted } from "@serverlesspresso/contracts/account";
import { AppError, ErrorBody, type ErrorCode } from "@serverlesspresso/contracts/error";
import { Line } from "@serverlesspresso/contracts/line";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import {
  BoardList,
  BoardOrder,
  Journey,
  Order,
  OrderList,
  Ticket,
  TicketList,
} from "@serverlesspresso/contracts/order";
import { QrCodes, RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { Shop } from "@serverlesspresso/contracts/shop";
import * as z from "zod/mini";
import { type TimedAnswer, takeEarly } from "./early-requests";
import { NetworkError } from "./network-error";
import { readTold } from "./read-told";
import type { ServerClock } from "./server-clock";
import type { SessionClient } from "./session";

/** Commands without a choice; `cancel` takes a barista's reason. */
export type OrderCommand = "extend" | "make" | "unmake" | "complete" | "recall" | "collect" | "cancel";

/** The order after a command: a ticket for a barista, without the claimer's id for its owner. */
const Commanded = z.union([Ticket, Order]);
export type Commanded = z.infer<typeof Commanded>;

// A barista who looks at the board is answered tickets: more than a board shows.
const Board = z.extend(BoardList, { orders: z.array(z.object(BoardOrder.shape)) });

interface Ports {
  apiUrl: string;
  eventId: string;
  session: Pick<SessionClient, "get">;
  clock: ServerClock;
}

interface Call {
  key?: string;
  body?: unknown;
  /** The version that an edit replaces. */
  ifMatch?: number;
}

const answerWithinMs = 15_000;

export type Api = ReturnType<typeof createApi>;

/**
 * The HTTP API for one shop, a function a route. Every one throws AppError as the back end answered it, or
 * NetworkError without an answer; commands take an Idempotency-Key with which they may be repeated.
 */
export function createApi(ports: Ports) {
  const { eventId } = ports;

  async function call<T>(
    schema: z.ZodMiniType<T>,
    method: string,
    path: string,
    options: Call = {},
  ): Promise<T> {
    const { response, sentAt, receivedAt } = await callWithToken(ports, method, path, options);
    const body = readTold(schema, await read(response));
    if (!body.success) throw new AppError("internal", "The answer was not understood", { cause: body.error });
    const timed = z.object({ serverTime: z.string() }).safeParse(body.data);
    if (timed.success) ports.clock.observe(timed.data.serverTime, sentAt, receivedAt);
    return body.data;
  }

  const order = (id: string) => `/orders/${encodeURIComponent(id)}`;
  return {
    eventId,
    /** For routes that only one app asks: the others do not load what their answers are made of. */
    call,
    shop: () => call(Shop, "GET", "/shop"),
    line: () => call(Line, "GET", "/line"),
    qrCodes: () => call(QrCodes, "GET", "/qr-code"),
    redeemCode: (code: string, key: string) =>
      call(RedeemedCode, "POST", "/qr-code", { key, body: { code } }),
    tickets: (state: "open" | "completed") => call(TicketList, "GET", `/orders?state=${state}`),
    boardOrders: (state: "open" | "completed") => call(Board, "GET", `/orders?state=${state}`),
    order: (id: string) => call(Commanded, "GET", order(id)),
    journey: (id: string) => call(Journey, "GET", `${order(id)}/journey`),
    myOrders: () => call(OrderList, "GET", "/myOrders"),
    submitOrder: (id: string, choice: DrinkOrder, key: string) =>
      call(Commanded, "PUT", order(id), { key, body: choice }),
    commandOrder: (id: string, command: OrderCommand, key: string, reason?: string) =>
      call(Commanded, "POST", `${order(id)}/${command}`, { key, ...(reason && { body: { reason } }) }),
    deleteAccount: () => call(AccountDeleted, "DELETE", "/me"),
  };
}

/** Sends a request, once more if its token was refused and another is to be had. */
async function callWithToken(
  ports: Ports,
  method: string,
  path: string,
  options: Call,
): Promise<TimedAnswer> {
  const session = await ports.session.get();
  const first = await send(ports, method, path, options, session?.accessToken);
  if (first.response.status !== 401 || !session) return first;
  const renewed = await ports.session.get({ refused: session.accessToken });
  if (!renewed || renewed.accessToken === session.accessToken) return first;
  return send(ports, method, path, options, renewed.accessToken);
}

async function send(
  ports: Ports,
  method: string,
  path: string,
  options: Call,
  token?: string,
): Promise<TimedAnswer> {
  const url = new URL(ports.apiUrl.replace(/\/$/, "") + path);
  url.searchParams.set("eventId", ports.eventId);
  const early = method === "GET" && (await takeEarly(url.href, token ?? null)?.catch(() => null));
  if (early) return early;
  const headers: Record<string, string> = {};
  if (token) headers.authorization = `Bearer ${token}`;
  if (options.key) headers["idempotency-key"] = options.key;
  if (options.ifMatch !== undefined) headers["if-match"] = `"${options.ifMatch}"`;
  if (options.body !== undefined) headers["content-type"] = "application/json";
  const body = options.body === undefined ? null : JSON.stringify(options.body);
  const signal = AbortSignal.timeout(answerWithinMs);
  const sentAt = Date.now();
  // The API's answers forbid every cache. Asked for here, it would have browsers send a preflight each time.
  const response = await fetch(url, { method, headers, body, signal }).catch((cause) => {
    throw new NetworkError("The shop could not be reached", { cause });
  });
  return { response, sentAt, receivedAt: Date.now() };
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text().catch((cause) => {
    throw new NetworkError("The answer broke off", { cause });
  });
  const body = parseJson(text);
  if (response.ok) return body;
  const told = readTold(ErrorBody, body);
  if (told.success) {
    const { code, message, ...details } = told.data.error;
    throw new AppError(code, message, details);
  }
  const [code, message] = gatewaysErrors[response.status] ?? [
    "internal",
    `The shop answered ${response.status}`,
  ];
  throw new AppError(code, message);
}

/** API Gateway answers some errors by itself, in its own words. */
const gatewaysErrors: Partial<Record<number, [ErrorCode, string]>> = {
  401: ["unauthenticated", "Please sign in again"],
  403: ["forbidden", "This is not for you"],
  429: ["rate_limited", "Too many requests"],
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
