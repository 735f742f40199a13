import fc from "fast-check";
import { commands } from "./call";

/** A client asks for something of an order; numbers are taken modulo how many of a thing there are. */
const command = fc.record({
  kind: fc.constant("command" as const),
  order: fc.nat(1),
  who: fc.oneof(
    { weight: 4, arbitrary: fc.constant("owner" as const) },
    { weight: 8, arbitrary: fc.constant("staff" as const) },
    { weight: 1, arbitrary: fc.constant("stranger" as const) },
  ),
  member: fc.nat(2),
  /** "next" is what leads the order on, as far as is known. */
  ask: fc.oneof(
    { weight: 6, arbitrary: fc.constant("next" as const) },
    { weight: 6, arbitrary: fc.constantFrom(...commands) },
    { weight: 1, arbitrary: fc.constant("read" as const) },
  ),
  /** Says once more what this client has said of this order last. */
  again: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  /** So often at once: two tabs, an impatient thumb. */
  times: fc.oneof(
    { weight: 40, arbitrary: fc.constant(1) },
    { weight: 10, arbitrary: fc.integer({ min: 2, max: 3 }) },
    { weight: 1, arbitrary: fc.constant(10) },
  ),
  /** The client hangs up after so many ms; null if it waits for the answer. */
  hangUpAfterMs: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(15) }),
});
export type CommandAct = typeof command extends fc.Arbitrary<infer T> ? T : never;

export type Act =
  | CommandAct
  /** Until everybody has had their answers. */
  | { kind: "breathe" }
  /** The machine's clock goes ahead. */
  | { kind: "clock"; seconds: number };

const seconds = (within: fc.Arbitrary<number>) =>
  fc.record({ kind: fc.constant("clock" as const), seconds: within });

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 140, arbitrary: command },
  { weight: 50, arbitrary: fc.constant({ kind: "breathe" as const }) },
  { weight: 3, arbitrary: seconds(fc.integer({ min: 1, max: 60 })) },
  // Longer than anybody may take to choose or to make a drink.
  { weight: 1, arbitrary: seconds(fc.constant(901)) },
);

const beginnings = fc.oneof(
  { weight: 4, arbitrary: fc.constant("code" as const) },
  { weight: 1, arbitrary: fc.constant("walk-up" as const) },
);

/** What happens to two orders of one history, and how they begin. */
const plan = fc.record({
  orders: fc.tuple(beginnings, beginnings),
  acts: fc.array(act, { minLength: 1, maxLength: 30, size: "max" }),
});
export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

/** Histories that are played at the same time, so that they get in each other's way. */
export const plans = fc.array(plan, { minLength: 1, maxLength: 8, size: "max" });
