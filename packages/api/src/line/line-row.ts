import * as z from "zod/mini";

const Milliseconds = z.int();
const Count = z.int().check(z.minimum(0));

/** How many times as long as usual something takes, and how uncertain that is: a relative variance. */
export const Effect = z.object({
  ratio: z.number().check(z.positive()),
  variance: z.number().check(z.minimum(0)),
});
export type Effect = z.infer<typeof Effect>;

/** A drink as far as it matters to how long it takes. */
export const Kind = z.object({ drink: z.string(), options: Count });
export type Kind = z.infer<typeof Kind>;

/** An order that baristas still have before them. */
export const OpenOrder = z.object({
  ...Kind.shape,
  number: z.int().check(z.positive()),
  version: z.int(),
  submittedAt: Milliseconds,
  /** The order has ended by then, whatever became of the event that tells of it. */
  goneAt: Milliseconds,
  claimedAt: z.nullable(Milliseconds),
  /** The claimer, by `baristaKey`. */
  barista: z.nullable(z.string()),
  /** A drink that is made again tells nothing of how long drinks take. */
  isRecalled: z.boolean(),
  /** What was foreseen when it joined the line, in seconds from then; `until` is what its customer was told. */
  told: z.nullable(z.object({ point: z.number(), spread: z.number(), until: z.number() })),
});
export type OpenOrder = z.infer<typeof OpenOrder>;

/** An order that is out of the line, by the change that took it out. */
export const DepartedOrder = z.object({
  number: z.int().check(z.positive()),
  submittedAt: Milliseconds,
  version: z.int(),
});
export type DepartedOrder = z.infer<typeof DepartedOrder>;

export const Barista = z.object({
  pace: Effect,
  /** When their hands were last empty. */
  freeAt: Milliseconds,
  /** Whether they claim what they make, or only say when it is ready. */
  claims: z.boolean(),
  /** How many orders others have taken since then. */
  missed: Count,
});
export type Barista = z.infer<typeof Barista>;

/** The line of one shop and what its baristas have taught of it: a small item, written with each change. */
export const LineRow = z.object({
  /** Not sorted. */
  orders: z.array(OpenOrder),
  /** The latest orders that are out of it, oldest first: an event that comes late brings none back. */
  departed: z._default(z.array(DepartedOrder), []),
  /**
   * Seconds that a usual drink takes a usual barista, over how many drinks that was measured, and how many of
   * the latest were all surprisingly slow (above 0) or quick (below).
   */
  work: z.object({
    seconds: z.number().check(z.positive()),
    variance: z.number().check(z.minimum(0)),
    count: Count,
    surprises: z.int(),
  }),
  /** Seconds from empty hands, or from a new order, to the next claim. */
  pause: z.object({ seconds: z.number().check(z.positive()), count: Count }),
  /** Of each option that was asked for. */
  option: Effect,
  drinks: z.record(z.string(), Effect),
  baristas: z.record(z.string(), Barista),
  /** How far off the latest foresights were, in spreads; positive where it took longer. */
  misses: z.array(z.number()),
  /** The share of the misses that the told end is to be above. */
  aim: z.number(),
  /** Until when the live feed has been told, or somebody is going to tell it. */
  toldAt: Milliseconds,
});
export type LineRow = z.infer<typeof LineRow>;

/** The line of a shop that has made nothing yet. */
export const emptyLine: LineRow = {
  orders: [],
  departed: [],
  work: { seconds: 60, variance: 0.5, count: 0, surprises: 0 },
  pause: { seconds: 10, count: 0 },
  option: { ratio: 1.05, variance: 0.003 },
  drinks: {},
  baristas: {},
  misses: [],
  aim: 0.88,
  toldAt: 0,
};

/** Tells baristas apart without naming them. */
export function baristaKey(userId: string): string {
  return userId.slice(0, 8);
}
