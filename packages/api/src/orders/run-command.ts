import { AppError } from "@serverlesspresso/contracts/error";
import { canMove, type OrderMove } from "@serverlesspresso/contracts/order-state";
import type { Caller } from "../caller";
import { log } from "../log";
import type { Ports } from "../ports";
import { changeOrder } from "./change-order";
import type { KnownKey, OrderRef, OrderRow } from "./order-row";
import { toOrder } from "./order-views";
import type { Step, StepTaker } from "./take-step";

const keysKept = 20;

/** What may be done to and fro with one order: a row of DynamoDB holds 400 kB, and must have room for its end. */
const goesToAndFro: readonly OrderMove[] = ["make", "unmake", "recall"];
const mostSteps = 200;

/** Somebody wants something of an order; the key names this one intention, however often it is sent. */
export interface CommandRequest {
  ref: OrderRef;
  caller: Caller;
  key: string;
}

/** What a command does to the row; the rest of the step is the same for all. */
type Decided = Omit<Step, "move" | "barista" | "at">;

/** The row of an order that the route's rule lets the caller touch; throws `order_not_found` for all others. */
export function knownTo(caller: Caller, row: OrderRow | null): OrderRow {
  if (row !== null && (caller.everyOrder || row.userId === caller.sub)) return row;
  throw new AppError("order_not_found", "There is no such order.");
}

/** The command cannot be done as the order stands: it travels with the error. */
export function conflict(row: OrderRow, message: string): AppError {
  return new AppError("order_conflict", message, { order: toOrder(row) });
}

function outOfTurn(move: OrderMove, row: OrderRow): AppError {
  if (move !== "submit" || row.state !== "REQUESTED") {
    return conflict(row, `The order is ${row.state}: ${move} is not possible now.`);
  }
  return new AppError(
    "order_starting",
    "The shop is still making a place for this order. Try again at once.",
    {
      order: toOrder(row),
    },
  );
}

async function takerOf({ staff }: Ports, { sub, username }: Caller): Promise<StepTaker> {
  return { userId: sub, name: await staff.nameOf(username) };
}

function isRepeat(row: OrderRow, wanted: KnownKey): boolean {
  const known = row.keys.find(({ key }) => key === wanted.key);
  if (known === undefined) return false;
  if (known.command === wanted.command && known.userId === wanted.userId) return true;
  throw new AppError("idempotency_key_reused", "This Idempotency-Key was used for something else.", {
    field: "Idempotency-Key",
  });
}

/**
 * Runs one command: repeats answer the order as it is, whatever happened since; what is out of turn throws
 * `order_conflict`. `decide` sees only rows in a state from which `move` is legal.
 */
export async function runCommand(
  ports: Ports,
  { ref, caller, key }: CommandRequest,
  move: OrderMove,
  decide: (row: OrderRow, at: number) => Decided | Promise<Decided>,
): Promise<OrderRow> {
  const wanted: KnownKey = { key, command: move, userId: caller.sub };
  const changed = await changeOrder(ports, ref, async (found) => {
    const row = knownTo(caller, found);
    if (isRepeat(row, wanted)) return null;
    if (!canMove(move, row.state)) throw outOfTurn(move, row);
    if (goesToAndFro.includes(move) && row.history.length >= mostSteps)
      throw conflict(row, "This order has gone to and fro too often: it can be completed or cancelled.");
    const at = ports.clock.now();
    const step = await decide(row, at);
    const barista = step.by === "barista" ? await takerOf(ports, caller) : undefined;
    const fields = { ...step.fields, keys: [...row.keys, wanted].slice(-keysKept) };
    return { ...step, move, barista, at, fields };
  });
  const row = knownTo(caller, changed);
  log("info", "command", { command: move, orderId: row.id, eventId: row.eventId, version: row.version });
  return row;
}
