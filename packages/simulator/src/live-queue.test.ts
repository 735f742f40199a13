import type { Ticket } from "@serverlesspresso/contracts/order";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LiveQueue } from "./live-queue";

const ticket = (changes: Partial<Ticket> = {}): Ticket => ({
  id: "a",
  eventId: "default",
  number: 7,
  state: "SUBMITTED",
  version: 3,
  drinkOrder: { drink: "latte", modifiers: [] },
  createdAt: "2026-11-22T10:00:00.000Z",
  submittedAt: "2026-11-22T10:01:00.000Z",
  completedAt: null,
  dueAt: "2026-11-22T10:16:00.000Z",
  baristaName: null,
  baristaUserId: null,
  cause: null,
  extensionsLeft: 2,
  ...changes,
});

let open: Ticket[];
let push: (message: unknown) => void;
let queue: LiveQueue;

beforeEach(async () => {
  vi.useFakeTimers();
  open = [ticket()];
  const serverTime = "2026-11-22T10:01:00.000Z";
  queue = new LiveQueue(
    {
      eventId: "default",
      tickets: async (state) => ({ orders: state === "open" ? open : [], serverTime }),
    },
    {
      subscribe: (channel, listener) => {
        expect(channel).toBe("/shop/default/queue");
        push = listener;
        return () => {};
      },
    },
  );
  await queue.start();
});

afterEach(() => {
  queue.stop();
  vi.useRealTimers();
});

const states = () => queue.tickets().map(({ id, state }) => `${id} ${state}`);

test("pushes change the queue and ring; what is older, final or not understood is not shown", async () => {
  const rung = queue.changes.rung();
  push({ type: "order", order: ticket({ version: 4, state: "MAKING" }) });
  await rung;
  push({ type: "order", order: ticket() });
  push({ type: "order", order: ticket({ id: "b", state: "CANCELLED", number: 8 }) });
  push({ type: "nonsense" });
  expect(states()).toEqual(["a MAKING"]);
});

test("a push that was lost is made up for by the next snapshot", async () => {
  open = [
    ticket({ version: 5, state: "MAKING" }),
    ticket({ id: "b", submittedAt: "2026-11-22T10:00:30.000Z" }),
  ];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states()).toEqual(["b SUBMITTED", "a MAKING"]);
});
