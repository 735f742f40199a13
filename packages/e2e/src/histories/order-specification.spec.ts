import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { type Call, type Caller, commands, type Seen } from "./call";
import { explain } from "./linearizability";
import { type Life, type Operation, orderSpecification } from "./order-specification";

const ada: Caller = { name: "ada", sub: "ada", role: "customer" };
const bob: Caller = { name: "bob", sub: "bob", role: "customer" };
const ana: Caller = { name: "ana", sub: "ana", role: "barista" };
const ben: Caller = { name: "ben", sub: "ben", role: "barista" };
const marta: Caller = { name: "marta", sub: "marta", role: "manager" };

const created: Life = {
  ...{ owner: "ada", state: "CREATED", version: 2, claimer: null },
  ...{ extensionsLeft: 2, number: null, keys: [] },
};
const queued: Life = { ...created, state: "SUBMITTED", version: 3, number: 7 };

interface Told extends Partial<Seen> {
  at: [number, number];
  key?: string;
  refused?: "order_conflict" | "order_starting" | "order_not_found" | "forbidden" | "idempotency_key_reused";
}

let keys = 0;

/** What one client saw: `state` and `version` of the order that it was answered. */
function call(caller: Caller, command: Call["command"], { at, key, refused, ...seen }: Told): Call {
  keys += 1;
  const order: Seen = { state: "CREATED", version: 2, number: 7, extensionsLeft: 2, ...seen };
  return {
    ...{ caller, command, orderId: "1", key: key ?? `key-${keys}`, invokedAt: at[0], answeredAt: at[1] },
    answered: refused === undefined ? { kind: "order", order } : { kind: "refused", code: refused, order },
  };
}

function lost(caller: Caller, command: Call["command"], at: number): Call {
  const answer = call(caller, command, { at: [at, Number.POSITIVE_INFINITY] });
  return { ...answer, answered: { kind: "unknown", why: "no answer" } };
}

const agrees = (life: Life, ...history: Operation[]) => explain(orderSpecification, life, history) === null;

test("two baristas who take one order at once: one has it, and the other reads who", () => {
  const wins = call(ana, "make", { at: [0, 5], state: "MAKING", version: 4, claimer: "ana" });
  const reads = { state: "MAKING", version: 4, claimer: "ana" } as const;
  expect(agrees(queued, wins, call(ben, "make", { at: [1, 6], refused: "order_conflict", ...reads }))).toBe(
    true,
  );
  const both = call(ben, "make", { at: [1, 6], state: "MAKING", version: 4, claimer: "ben" });
  expect(agrees(queued, wins, both)).toBe(false);
  const tooEarly = call(ben, "make", { at: [-3, -1], refused: "order_conflict", ...reads });
  expect(agrees(queued, wins, tooEarly)).toBe(false);
});

test("a repeat does nothing, and is answered the order as it is then", () => {
  const first = call(ada, "submit", { at: [0, 1], key: "k", state: "SUBMITTED", version: 3 });
  const made = call(ana, "make", { at: [2, 3], state: "MAKING", version: 4, claimer: "ana" });
  const repeat = (state: Seen["state"], version: number) =>
    call(ada, "submit", { at: [4, 5], key: "k", state, version });
  expect(agrees(created, first, made, repeat("MAKING", 4))).toBe(true);
  expect(agrees(created, first, made, repeat("SUBMITTED", 5))).toBe(false);
  expect(agrees(created, first, made, repeat("SUBMITTED", 3))).toBe(false);
});

test("an order has one number, also where the answer that told it was lost", () => {
  const sent = lost(ada, "submit", 0);
  const read = (number: number, at: number) =>
    call(ada, "read", { at: [at, at + 1], state: "SUBMITTED", version: 3, number });
  expect(agrees(created, sent, read(7, 1))).toBe(true);
  const told = call(ada, "submit", { at: [0, 1], state: "SUBMITTED", version: 3, number: 7 });
  expect(agrees(created, told, read(8, 2))).toBe(false);
});

test("nobody is shown an order that goes back, or one that was not asked for", () => {
  const made = call(ana, "make", { at: [0, 1], state: "MAKING", version: 4, claimer: "ana" });
  const read = (at: number, state: Seen["state"], version: number) =>
    call(ada, "read", { at: [at, at + 1], state, version });
  expect(agrees(queued, made, read(2, "MAKING", 4))).toBe(true);
  expect(agrees(queued, made, read(2, "SUBMITTED", 3))).toBe(false);
  expect(agrees(queued, read(2, "COMPLETED", 4))).toBe(false);
});

test("the clock and a person at the same instant: one of them wins", () => {
  const expired: Operation = { happened: "expire", version: 3, invokedAt: 0, answeredAt: Infinity };
  const late = { state: "EXPIRED", version: 3, number: null } as const;
  const refused = call(ada, "submit", { at: [1, 2], refused: "order_conflict", ...late });
  expect(agrees(created, expired, refused)).toBe(true);
  const taken = call(ada, "submit", { at: [1, 2], state: "SUBMITTED", version: 3 });
  const after = call(ada, "read", { at: [3, 4], ...late });
  expect(agrees(created, expired, taken)).toBe(true);
  expect(agrees(created, expired, taken, after)).toBe(false);
});

test("an order is its owner's and the bar's; a claim is its claimer's and the manager's", () => {
  const nothing = { at: [0, 1] as [number, number], number: null };
  expect(agrees(created, call(bob, "submit", { ...nothing, refused: "order_not_found" }))).toBe(true);
  expect(agrees(created, call(bob, "submit", { ...nothing, state: "SUBMITTED", version: 3 }))).toBe(false);
  expect(
    agrees(queued, call(ada, "make", { at: [0, 1], refused: "forbidden", state: "SUBMITTED", version: 3 })),
  ).toBe(true);
  const claimed: Life = { ...queued, state: "MAKING", version: 4, claimer: "ana" };
  const done = { at: [0, 1] as [number, number], state: "COMPLETED", version: 5, claimer: "ana" } as const;
  expect(agrees(claimed, call(ben, "complete", done))).toBe(false);
  expect(agrees(claimed, call(marta, "complete", done))).toBe(true);
});

const refusals = ["order_conflict", "order_not_found", "forbidden", "idempotency_key_reused"] as const;
const firstNumber = 7;

interface Wish {
  caller: Caller;
  command: Call["command"];
  key: string;
  before: number;
  after: number;
  isLost: boolean;
}

/** What somebody is told who asks for this while the order is so: of all answers the one that it may give. */
function toldOf(life: Life, at: number, { caller, command, key, before, after, isLost }: Wish): Call {
  const unanswered: Call = { ...lost(caller, command, at - before), key };
  if (isLost) return unanswered;
  const becomes = orderSpecification.apply(life, unanswered) ?? life;
  const { state, version, extensionsLeft, claimer } = becomes;
  const number = becomes.number === null || becomes.number > 0 ? becomes.number : firstNumber;
  const order: Seen = { state, version, extensionsLeft, claimer, number };
  const answers: Call["answered"][] = [
    { kind: "order", order },
    ...refusals.map((code) => ({ kind: "refused" as const, code, order })),
  ];
  const calls = answers.map((answered) => ({ ...unanswered, answered, answeredAt: at + after }));
  const told = calls.find((each) => orderSpecification.apply(life, each) !== null);
  if (told === undefined) throw new Error(`${command} has no answer while the order is ${life.state}.`);
  return told;
}

const wishes = fc.array(
  fc.record({
    caller: fc.constantFrom(ada, ana, ben, marta),
    command: fc.constantFrom("read" as const, ...commands),
    key: fc.constantFrom("k", "l", "m", "n", "o", "p"),
    ...{ before: fc.nat(4), after: fc.nat(4), isLost: fc.boolean() },
  }),
  { minLength: 1, maxLength: 9 },
);

test("looks that are taken at once change no verdict: of true histories, and of those with one wrong answer", () => {
  const slowly = { apply: orderSpecification.apply, textOf: orderSpecification.textOf };
  let unexplained = 0;
  fc.assert(
    fc.property(wishes, fc.nat(), fc.integer({ min: -1, max: 1 }), (each, wrongAt, off) => {
      let life = created;
      const calls = each.map((wish, at) => {
        const call = toldOf(life, at, wish);
        life = orderSpecification.apply(life, call) ?? life;
        return call;
      });
      if (off === 0) expect(explain(orderSpecification, created, calls)).toBeNull();
      const heard = calls.map((call, at): Call => {
        if (at !== wrongAt % calls.length || call.answered.kind !== "order") return call;
        const { order } = call.answered;
        return { ...call, answered: { kind: "order", order: { ...order, version: order.version + off } } };
      });
      const isExplained = explain(slowly, created, heard) === null;
      unexplained += isExplained ? 0 : 1;
      expect(explain(orderSpecification, created, heard) === null).toBe(isExplained);
    }),
    { numRuns: 2_000 },
  );
  expect(unexplained).toBeGreaterThan(100);
});
