import { setTimeout as wait } from "node:timers/promises";
import type { Audience } from "./audience";
import type { Company } from "./company";
import type { Closure, Evidence } from "./evidence";
import { misshown, unheard } from "./invariants-of-views";
import { machineOf } from "./people";
import type { Plan } from "./plan";
import { type OrderHistory, playHistory } from "./play-history";
import { redrive } from "./redrive";
import { settle } from "./settle";
import { codesOf, openOrdersOf, shopOf } from "./tables";

const lookAtPlacesMs = 40;
const lookAtOrdersMs = 700;
const hearTries = 200;
const hearAgainMs = 50;
const resyncTries = 3;
const resyncAgainMs = 1_000;

/** What came of what went wrong. */
export interface Caused {
  closures?: readonly Closure[];
  stopped?: readonly string[];
  perturbed?: number;
  losesMessages?: boolean;
  losesWriteAnswers?: boolean;
}

/** Begins what goes wrong; resolves to how it ends. */
export type Begin = (company: Company) => Promise<() => Promise<Caused>>;

/** Plays plans one group after the other, lets all come to rest, and gathers what is known. */
export async function playRound(
  company: Company,
  audience: Audience,
  groups: readonly Plan[][],
  begin: Begin = async () => async () => ({}),
): Promise<Evidence> {
  const { stack, eventId } = company;
  const machine = await machineOf(stack);
  const from = await machine.now();
  await company.beginRound();
  audience.forget();
  const { sent } = stack.traffic;
  const sentBefore = sent.length;
  const places = whileItGoesOn(lookAtPlacesMs, async () => [
    Object.keys((await shopOf(stack, eventId)).inFlight).length,
  ]);
  const waiting = whileItGoesOn(lookAtOrdersMs, () => company.waiting());
  const end = await begin(company);
  const histories: OrderHistory[] = [];
  for (const plans of groups) {
    const played = (await Promise.all(plans.map((plan) => playHistory(company, plan)))).flat();
    for (const history of played) company.release(history);
    histories.push(...played);
  }
  const caused = await end();
  const { closures = [], perturbed = 0, losesMessages = false, losesWriteAnswers = false } = caused;
  const stopped = new Set(caused.stopped);
  const ids = new Set(histories.map(({ orderId }) => orderId));
  const settled = await settle(stack, eventId, [...ids], stopped);
  const isFeedWhole = !losesMessages;
  if (isFeedWhole) await untilHeard(audience, settled.rows);
  const redriven = await redrive(company, histories, from);
  await untilShown(audience, settled.rows);
  return {
    ...{ histories, redeemed: [...company.redeemed], rows: settled.rows, shop: settled.shop },
    codes: await codesOf(stack, eventId),
    // In the end all of the shop's, also those that nobody was told of.
    ...{ places: await places(), waiting: [...(await waiting()), ...(await openOrdersOf(stack, eventId))] },
    closures,
    ...{
      told: [...audience.told],
      views: audience.views,
      strange: [...audience.strange],
      sent: sent.slice(sentBefore),
    },
    ...{ running: settled.running, stopped, isFeedWhole, losesWriteAnswers, redriven },
    lasted: { from, until: await machine.now() },
    ...{ settledSeconds: settled.seconds, disagreements: settled.disagreements },
    perturbed,
  };
}

/** Looks again and again, where there is somebody to ask, until it is asked for what it has seen. */
function whileItGoesOn<T>(everyMs: number, look: () => Promise<T[]>): () => Promise<T[]> {
  const seen: T[] = [];
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      seen.push(...(await look().catch(() => [])));
      await wait(everyMs);
    }
  })();
  return async () => {
    isOver = true;
    await looking;
    return seen;
  };
}

/** The last messages are on their way while rows and workflows agree already. */
async function untilHeard({ views, told }: Audience, rows: Evidence["rows"]): Promise<void> {
  for (let tries = 0; tries < hearTries; tries += 1) {
    if (unheard({ views, told, rows }).violations.length === 0) return;
    await wait(hearAgainMs);
  }
}

/**
 * What was put on the bus again may be told after a snapshot was taken, to somebody who never heard how the order
 * ended: it goes with the next. The apps take one each half a minute.
 */
async function untilShown(audience: Audience, rows: Evidence["rows"]): Promise<void> {
  for (let tries = 0; tries < resyncTries; tries += 1) {
    await audience.resync();
    if (misshown({ views: audience.views, rows }).violations.length === 0) return;
    await wait(resyncAgainMs);
  }
}
