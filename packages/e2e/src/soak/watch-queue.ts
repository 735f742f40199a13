import { setTimeout as wait } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import type { Api } from "@serverlesspresso/client/api";
import type { RobotClock } from "@serverlesspresso/simulator/robot-clock";
import { heapKinds } from "./heap-kinds";
import { lookAtQueue, wrongIn } from "./look-at-queue";
import type { Reading } from "./readings";
import type { Rush } from "./rush";
import { readPage } from "./watched-board";

const lookEveryMs = 1_000;
const readEveryHours = 0.1;
const kindsEveryHours = 1;
/** By then the page has shown the last that was collected, and let go of it. */
const restMs = 10_000;

/** What the screen showed over the day, and what it held. */
export interface Watched {
  looks: number;
  mostOpen: number;
  /** Numbers that stood on the screen at a look. */
  seen: Set<number>;
  readings: (Reading & { queueMs: number })[];
  /** What its heap was made of: compiled code grows for as long as the browser finds more worth compiling. */
  kinds: { hour: number; bytes: Record<string, number> }[];
  /** What the queue's last answer took. */
  queueMs: number;
  faults: string[];
}

/** Holds a barista's screen against the orders of a rush until the last of them was collected. */
export async function watchQueue(page: Page, rush: Rush, clock: RobotClock, api: Api): Promise<Watched> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const watched: Watched = {
    looks: 0,
    mostOpen: 0,
    seen: new Set(),
    readings: [],
    kinds: [],
    queueMs: 0,
    faults: [],
  };
  const began = clock.now();
  const hour = () => (clock.now() - began) / 3_600_000;
  let isOver = false;
  const over = rush.run().finally(() => {
    isOver = true;
  });
  // A rush that breaks off ends the watch, and is thrown below.
  over.catch(() => undefined);
  for (let nextReading = 0, nextKinds = 0; !isOver; ) {
    await look(page, rush, watched, hour());
    if (hour() >= nextReading) {
      nextReading = hour() + readEveryHours;
      await read(devtools, page, watched, hour());
      // Nobody waits for the answer: the screen is looked at meanwhile.
      void ask(api, watched, hour());
    }
    if (hour() >= nextKinds) {
      nextKinds = hour() + kindsEveryHours;
      await readKinds(devtools, watched, hour());
    }
    await wait(lookEveryMs);
  }
  await over;
  await wait(restMs);
  await look(page, rush, watched, hour());
  await ask(api, watched, hour());
  await read(devtools, page, watched, hour());
  await readKinds(devtools, watched, hour());
  return watched;
}

async function look(page: Page, rush: Rush, watched: Watched, hour: number): Promise<void> {
  const seen = await lookAtQueue(page);
  watched.looks += 1;
  watched.mostOpen = Math.max(watched.mostOpen, seen.open.length);
  for (const number of [...seen.open, ...seen.ready]) watched.seen.add(number);
  for (const wrong of wrongIn(seen, rush.orders)) watched.faults.push(`At hour ${hour.toFixed(2)}, ${wrong}`);
}

/** What the queue's answer takes with ever more orders behind it. */
async function ask(api: Api, watched: Watched, hour: number): Promise<void> {
  const asked = performance.now();
  try {
    await Promise.all([api.tickets("open"), api.tickets("completed")]);
    watched.queueMs = performance.now() - asked;
  } catch (error) {
    watched.faults.push(`At hour ${hour.toFixed(2)}, the queue was not answered: ${error}`);
  }
}

async function readKinds(devtools: CDPSession, { kinds }: Watched, hour: number): Promise<void> {
  const bytes = await heapKinds(devtools);
  kinds.push({ hour, bytes });
  const told = Object.entries(bytes).map(([kind, size]) => `${kind} ${Math.round(size / 1000)}`);
  console.log(`${hour.toFixed(2)} h: in kB, ${told.join(", ")}`);
}

async function read(devtools: CDPSession, page: Page, watched: Watched, hour: number): Promise<void> {
  const { readings, seen, queueMs, faults } = watched;
  const shown = await page.getByRole("article").count();
  const reading = { ...(await readPage(devtools, hour, shown)), queueMs };
  readings.push(reading);
  const megabytes = (reading.heapBytes / 1e6).toFixed(2);
  console.log(
    `${hour.toFixed(2)} h: ${megabytes} MB, ${reading.nodes} nodes, ${reading.listeners} listeners, ${shown} shown of ${seen.size} orders so far, queue answered in ${Math.round(queueMs)} ms, ${faults.length} faults`,
  );
}
