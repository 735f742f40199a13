import { Bar, type BaristaApi, type GuestApi, type QueueView } from "./bar";
import type { Day } from "./day";
import { Random } from "./random";
import { RobotBarista } from "./robot-barista";
import type { RobotClock } from "./robot-clock";
import { type Outcome, RobotCustomer } from "./robot-customer";

/** A shop that robots can work and order in. */
export interface Stage {
  clock: RobotClock;
  queue: QueueView;
  /** What the shop's screen shows. */
  code(): Promise<string>;
  /** Each call one barista, signed in. */
  barista(name: string): BaristaApi | Promise<BaristaApi>;
  /** Runs `visit` as a customer who is signed in and has no order. */
  withGuest(visit: (guest: GuestApi) => Promise<Outcome>): Promise<Outcome>;
}

/** Plays a day: resolves to every visit as it went, once all baristas have gone home and all customers left. */
export async function playDay(day: Day, stage: Stage): Promise<Outcome[]> {
  const bar = new Bar(day, stage.clock, stage.queue);
  const random = new Random(day.seed).fork(3);
  const baristas = day.shifts.map(async (shift, index) => {
    const api = await stage.barista(shift.name);
    await new RobotBarista(shift, bar, api, random.fork(index)).work();
  });
  const visits = day.visits.map(async (visit, index) => {
    await bar.waitUntil(visit.at);
    const name = `visit-${day.seed}-${index}`;
    return stage.withGuest((api) => new RobotCustomer(name, visit, bar, api, stage.code).come());
  });
  const [outcomes] = await Promise.all([Promise.all(visits), Promise.all(baristas)]);
  return outcomes;
}
