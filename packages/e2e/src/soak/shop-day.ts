import type { Random } from "@serverlesspresso/simulator/random";

/** An order of a day to come, in seconds after the shop opens. */
export interface PlannedOrder {
  /** By a guest who scans the code on the screen; the others are walk-ups. */
  scans: boolean;
  arrives: number;
  makes: number;
  /** Null for one that is cancelled instead of made. */
  completes: number | null;
  leaves: number;
}

export interface Fault {
  kind: "back end killed" | "network away";
  from: number;
  until: number;
}

const openSeconds = 9 * 3600;
const betweenSeconds = 300;
const rushes = [2.5 * 3600, 5 * 3600];
const rushOrders = 70;
const rushSeconds = 200;
const scanEverySeconds = 1_800;
const baristas = 3;
const workSeconds = 24;
const untilCollectedSeconds = 100;
const cancelled = 0.04;

/** Who comes on a day: one by one, a rush before noon and one after, and who scans the code; all are served. */
export function planDay(random: Random): PlannedOrder[] {
  const arrivals: { at: number; scans: boolean }[] = [];
  for (
    let at = random.exponential(betweenSeconds);
    at < openSeconds;
    at += random.exponential(betweenSeconds)
  )
    arrivals.push({ at, scans: false });
  for (const rush of rushes)
    for (let order = 0; order < rushOrders; order += 1)
      arrivals.push({ at: rush + random.between(0, rushSeconds), scans: false });
  for (let at = scanEverySeconds; at < openSeconds; at += scanEverySeconds)
    arrivals.push({ at: at + random.between(0, 300), scans: true });
  arrivals.sort((a, b) => a.at - b.at);
  return serve(arrivals, random);
}

/** Who is free takes the next one. */
function serve(arrivals: readonly { at: number; scans: boolean }[], random: Random): PlannedOrder[] {
  const free = Array.from({ length: baristas }, () => 0);
  return arrivals.map(({ at, scans }) => {
    const first = Math.min(...free);
    const makes = Math.max(at + random.between(8, 40), first);
    if (random.chance(cancelled)) return { scans, arrives: at, makes, completes: null, leaves: makes + 5 };
    const completes = makes + random.lognormal(workSeconds, 0.2);
    free[free.indexOf(first)] = completes;
    const leaves = completes + 25 + random.lognormal(untilCollectedSeconds - 25, 0.5);
    return { scans, arrives: at, makes, completes, leaves };
  });
}

/** What goes wrong on a day (from 0): nothing on every third, in quiet hours and in a rush on the others. */
export function faultsOf(day: number): Fault[] {
  if (day % 3 === 2) return [];
  const quiet = 1.4 * 3600;
  const busy = (rushes[day % 2] ?? 0) + 60;
  const [killed, away] = day % 3 === 0 ? [quiet, busy] : [busy, quiet];
  const faults: Fault[] = [
    { kind: "back end killed", from: killed, until: killed + 60 },
    { kind: "network away", from: away, until: away + 600 },
  ];
  return faults.sort((a, b) => a.from - b.from);
}
