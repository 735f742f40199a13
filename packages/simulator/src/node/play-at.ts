import type { Api } from "@serverlesspresso/client/api";
import { type DayOptions, drawDay } from "../draw-day";
import { LiveQueue } from "../live-queue";
import { playDay } from "../play-day";
import { ScaledClock } from "../robot-clock";
import type { Outcome } from "../robot-customer";
import type { Duties } from "./duties";
import { Machine } from "./machine";
import { Crowd, feedOf } from "./people";
import { shopCode } from "./shop-code";
import { Manager } from "./staff";

const guestsAtFirst = 25;
const reportEveryMs = 10_000;

export interface PlayOptions extends DayOptions {
  portBase: number;
  speed: number;
  seed: number;
  /** Is told now and then how it goes. */
  report(line: string): void;
}

/** Plays one day in the shop that runs there, and leaves the shop as it was, also when told to stop. */
export async function playAt(options: PlayOptions, duties: Duties): Promise<Outcome[]> {
  const machine = await Machine.at(options.portBase);
  const manager = await Manager.signIn(machine);
  const leave = duties.add(() => manager.leave());
  const queue = new LiveQueue(manager.api, feedOf(machine, manager.session));
  let reporting: NodeJS.Timeout | undefined;
  try {
    await manager.open();
    await queue.start();
    const day = drawDay(options.seed, (await manager.api.shop()).menu, options);
    const baristas = new Map<string, Api>();
    for (const { name } of day.shifts) baristas.set(name, await manager.hire(name));
    const crowd = new Crowd(machine);
    await crowd.invite(Math.min(guestsAtFirst, day.visits.length));
    const clock = new ScaledClock(options.speed, await machine.now());
    const began = clock.now();
    reporting = setInterval(() => {
      const minutes = Math.floor((clock.now() - began) / 60_000);
      const count = (...states: string[]) =>
        queue.tickets().filter(({ state }) => states.includes(state)).length;
      const open = `${count("SUBMITTED")} waiting, ${count("MAKING")} being made, ${count("COMPLETED")} ready`;
      options.report(`minute ${minutes} of ${Math.round(day.seconds / 60)}: ${open}`);
    }, reportEveryMs);
    return await playDay(day, {
      clock,
      queue,
      code: shopCode(manager.api, () => clock.now()),
      barista: (name) => baristas.get(name) ?? manager.hire(name),
      withGuest: (visit) => crowd.withGuest(visit),
    });
  } finally {
    clearInterval(reporting);
    queue.stop();
    await leave();
  }
}
