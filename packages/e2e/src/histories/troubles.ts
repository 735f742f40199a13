import { setTimeout as wait } from "node:timers/promises";
import type { Random } from "@serverlesspresso/simulator/random";
import type { MachineFault } from "../machine-faults";
import { setShop } from "../set-shop";
import type { Company } from "./company";
import { publishSameMenu, returnTokens, stopExecutions } from "./meddle";
import { machineOf } from "./people";
import type { Caused } from "./round";

/** Something that goes wrong while histories are played. */
export interface Trouble {
  name: string;
  /** What the machine does wrong. */
  faults?: readonly MachineFault[];
  /** Whether deliveries of events come twice, late or out of order by it. */
  perturbs?: boolean;
  /** Whether live messages are lost by it: then only a resync brings everything. */
  losesMessages?: boolean;
  /** Whether a write in the table may be done without its caller's hearing so. */
  losesWriteAnswers?: boolean;
  /** How long, by the machine's clock, it goes on after the last of it was caused. */
  lastsSeconds?: number;
  /** What somebody does; resolves when it is done, to how often and what that means for the checks. */
  meddle?(company: Company, random: Random): Promise<Caused & { times: number }>;
}

const deliver = { service: "events", operation: "Deliver" };
const mostLateSeconds = 600;
const closedMs = 1_500;
const mostTries = 20;

export const troubles: readonly Trouble[] = [
  { name: "event doubled", perturbs: true, faults: [{ ...deliver, mode: "twice", share: 0.3 }] },
  {
    name: "event reordered",
    perturbs: true,
    faults: [{ ...deliver, mode: "shuffle", seconds: 1, share: 0.4 }],
  },
  {
    name: "event ten minutes late",
    ...{ perturbs: true, losesMessages: true },
    faults: [{ ...deliver, mode: "late", seconds: mostLateSeconds, share: 0.05 }],
    lastsSeconds: mostLateSeconds,
  },
  {
    name: "publisher down",
    losesMessages: true,
    faults: [{ service: "appsync", operation: "Publish", mode: "refuse" }],
  },
  {
    name: "live message lost",
    losesMessages: true,
    faults: [{ service: "appsync", operation: "Data", mode: "lose", share: 0.2 }],
  },
  {
    name: "live message twice",
    faults: [{ service: "appsync", operation: "Data", mode: "twice", share: 0.3 }],
  },
  { name: "table throttled", faults: [{ service: "dynamodb", mode: "throttle", share: 0.1 }] },
  {
    name: "conditional failures in a storm",
    faults: [{ service: "dynamodb", mode: "conflict", share: 0.1 }],
  },
  {
    name: "write done, its answer lost",
    losesWriteAnswers: true,
    faults: [{ service: "dynamodb", operation: "UpdateItem", mode: "drop-answer", share: 0.1 }],
  },
  {
    name: "function killed between the write and the event",
    faults: [{ service: "dynamodb", operation: "UpdateItem", mode: "kill-caller", share: 0.03 }],
  },
  {
    name: "StartExecution throttled",
    faults: [{ service: "states", operation: "StartExecution", mode: "throttle", share: 0.5 }],
  },
  {
    name: "token's return throttled",
    faults: [{ service: "states", operation: "SendTaskSuccess", mode: "throttle", share: 0.4 }],
  },
  {
    name: "token's return carried out, its answer lost",
    faults: [{ service: "states", operation: "SendTaskSuccess", mode: "drop-answer", share: 0.3 }],
  },
  {
    name: "bus out of reach",
    faults: [{ service: "events", operation: "PutEvents", mode: "refuse", share: 0.2 }],
  },
  ...["PUT", "POST"].map((operation) => ({
    name: `answer to a ${operation} lost after commit`,
    faults: [{ service: "apigateway", operation, mode: "drop-answer", share: 0.1 }],
  })),
  { name: "execution stopped by hand", meddle: stopExecutions },
  { name: "token returned by hand, twice and of another order", meddle: returnTokens },
  { name: "menu published under an open basket", meddle: publishSameMenu },
  { name: "shop closed under submits", meddle: closeForAWhile },
];

async function closeForAWhile({ stack, eventId }: Company): Promise<Caused & { times: number }> {
  const machine = await machineOf(stack);
  await wait(closedMs / 3);
  await insist(() => setShop(stack, { status: "closed" }, eventId));
  const from = await machine.now();
  await wait(closedMs);
  const until = await machine.now();
  await insist(() => setShop(stack, { status: "open" }, eventId));
  return { times: 1, closures: [{ from, until }] };
}

/** Does again what may be done twice, until it was answered: its own answer may be what is lost. */
async function insist(act: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === mostTries) throw error;
    }
  }
}

/** Everything ends at once, at some instant, and begins again. */
export const powerCut: Trouble = {
  name: "back end killed",
  losesMessages: true,
  meddle: async ({ stack }, random) => {
    await wait(random.between(200, 3_000));
    await stack.kill();
    await stack.start();
    return { times: 1 };
  },
};
