import { setTimeout as wait } from "node:timers/promises";
import { ApiUser } from "../api-user";
import { roomyShop } from "../set-shop";
import { Stack } from "../stack";
import { barStaff } from "./bar-staff";
import type { Figure } from "./figure";
import { withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { writePastOrders } from "./past-orders";
import { percentile } from "./statistics";
import { everyDrink, takeWalkUp } from "./walk-ups";

const openOrders = 12;
const asks = 250;
const firstAsks = 30;
/** One person may ask twenty times a second. */
const askEveryMs = 60;
/** Of the second stack, beside the first. */
const further = 510;

const questions = {
  queue: { path: "/orders?state=open", by: "barista" },
  board: { path: "/orders?state=open", by: "display" },
  "today's numbers": { path: "/stats", by: "barista" },
} as const;

interface Shop {
  barista: ApiUser;
  display: ApiUser;
  /** An order that was collected. */
  collected: string;
}

/**
 * How much longer the same answers take with so many orders behind them. Two stacks are asked in turn, one with
 * an empty history, so that whatever else the machine does is the same for both.
 */
export function measureHistory({ past }: BenchOptions): Promise<Figure[]> {
  return withStack(async (empty) => {
    const full = new Stack(further);
    try {
      await full.start();
      await roomyShop(full);
      const [without, behind] = [await openShop(empty), await openShop(full)];
      const began = performance.now();
      await writePastOrders(full, behind.collected, past);
      const seconds = (performance.now() - began) / 1000;
      console.log(`  ${past} past orders written in ${seconds.toFixed(0)} s`);
      const figures: Figure[] = [];
      for (const [name, question] of Object.entries(questions)) {
        figures.push(...(await compare(name, question, without, behind)));
      }
      return figures;
    } finally {
      await full.stop();
    }
  });
}

/** One order that was collected, and some that wait. */
async function openShop(stack: Stack): Promise<Shop> {
  const [barista] = await barStaff(stack);
  if (!barista) throw new Error("Nobody works.");
  const drinks = await everyDrink(barista);
  const [drink] = drinks;
  if (!drink) throw new Error("The shop sells nothing.");
  const collected = await takeWalkUp(barista, drink);
  for (const command of ["make", "complete", "collect"]) {
    await barista.must("POST", `/orders/${collected}/${command}`);
  }
  for (let open = 0; open < openOrders; open += 1) {
    await takeWalkUp(barista, drinks[open % drinks.length] ?? drink);
  }
  return { barista, display: await ApiUser.signIn(stack, "display@example.com"), collected };
}

async function compare(
  name: string,
  { path, by }: (typeof questions)[keyof typeof questions],
  without: Shop,
  behind: Shop,
): Promise<Figure[]> {
  const times = { without: [] as number[], with: [] as number[] };
  for (let ask = -firstAsks; ask < asks; ask += 1) {
    const [empty, full] = [await askMs(without[by], path), await askMs(behind[by], path)];
    await wait(askEveryMs);
    if (ask < 0) continue;
    times.without.push(empty);
    times.with.push(full);
  }
  const p95 = percentile(times.with, 0.95);
  const floor = { name: "empty table", value: percentile(times.without, 0.95) };
  const ratio = p95 / floor.value;
  return [
    { part: "", name: `${name}, p95`, value: p95, unit: "ms", floor },
    {
      part: "",
      name: `${name}, p95 against an empty table`,
      value: ratio,
      unit: "",
      budget: { atMost: 1.2 },
    },
    {
      ...{ part: "", name: `${name}, p50`, value: percentile(times.with, 0.5), unit: "ms" },
      floor: { name: "empty table", value: percentile(times.without, 0.5) },
    },
  ];
}

async function askMs(asker: ApiUser, path: string): Promise<number> {
  const began = performance.now();
  const { status } = await asker.call("GET", path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return performance.now() - began;
}
