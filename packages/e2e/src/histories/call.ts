import type { ErrorCode } from "@serverlesspresso/contracts/error";
import { ErrorBody } from "@serverlesspresso/contracts/error";
import { Order } from "@serverlesspresso/contracts/order";
import { z } from "zod";
import type { Timed } from "./linearizability";

export const commands = [
  "submit",
  "extend",
  "make",
  "unmake",
  "complete",
  "recall",
  "collect",
  "cancel",
] as const;
export type Command = (typeof commands)[number];

/** Who calls, and what they may. */
export interface Caller {
  name: string;
  sub: string;
  role: "customer" | "barista" | "manager";
}

/** What somebody was shown of an order; `claimer` only to those who stand behind the bar. */
export interface Seen {
  state: Order["state"];
  version: number;
  number: number | null;
  extensionsLeft: number;
  claimer?: string | null;
}

export type Answered =
  | { kind: "order"; order: Seen }
  | { kind: "refused"; code: ErrorCode; order?: Seen }
  /** No answer, or one that says nothing: it may have been carried out, or may be still. */
  | { kind: "unknown"; why: string };

/** One request of one client about one order, as that client knows of it. */
export interface Call extends Timed {
  caller: Caller;
  orderId: string;
  command: Command | "read";
  key: string;
  answered: Answered;
}

/** Something that came over an order without anybody's asking, as its journey tells. */
export interface Happening extends Timed {
  happened: "admit" | "refuse" | "expire" | "collect";
  version: number;
}

const ShownOrder = z.looseObject({
  ...z.object(Order.shape).pick({ state: true, version: true, number: true, extensionsLeft: true }).shape,
  baristaUserId: z.string().nullable().optional(),
});

export function seenOf(body: unknown): Seen {
  const { state, version, number, extensionsLeft, baristaUserId } = ShownOrder.parse(body);
  const seen = { state, version, number, extensionsLeft };
  return baristaUserId === undefined ? seen : { ...seen, claimer: baristaUserId };
}

/** What an answer of the API tells of an order. */
export function answeredOf(status: number, body: unknown): Answered {
  if (status === 200) return { kind: "order", order: seenOf(body) };
  const error = ErrorBody.safeParse(body).data?.error;
  if (status >= 500 || error === undefined) return { kind: "unknown", why: `${status}` };
  const { code, order } = error;
  return order === undefined ? { kind: "refused", code } : { kind: "refused", code, order: seenOf(order) };
}
