import { setTimeout as wait } from "node:timers/promises";
import { type Browser, chromium, expect, type Locator } from "@playwright/test";
import { Barista } from "../actors";
import type { ApiUser } from "../api-user";
import { setShop } from "../set-shop";
import type { Stack } from "../stack";
import { barStaff } from "./bar-staff";
import { bareMs } from "./bare-page";
import { type Felt, FeltEvents } from "./felt-events";
import { inp, interactions, longTasks, tellSlowest } from "./felt-figures";
import type { Figure } from "./figure";
import { withStack } from "./own-stack";
import type { BenchOptions } from "./parts";
import { quiet } from "./phone";
import { touch } from "./touch";
import { everyDrink, takeWalkUp } from "./walk-ups";

const openTickets = 60;
const screens = {
  "1080p": { width: 1920, height: 1080 },
  tablet: { width: 1280, height: 800 },
} as const;
const standsMs = 12_000;
const comeAndGo = 10;
const arriveEveryMs = 700;
/** Late enough that what a tap set in motion has come to rest, and was told. */
const rest = () => wait(700);

/** Somebody at a screen of sixty tickets: how long it takes to answer them, and whether its ticking blocks it. */
export function measureQueue({ browser: executablePath }: BenchOptions): Promise<Figure[]> {
  return withStack(async (stack) => {
    await setShop(stack, { limits: { maxOrdersInQueue: 500 } });
    const bar = await Bar.open(stack);
    const browser = await chromium.launch({ executablePath, args: [...quiet] });
    try {
      const figures: Figure[] = [];
      const floor = { name: "a bare page", value: await bareTap(browser) };
      for (const name of ["1080p", "tablet"] as const) {
        await bar.fill(openTickets);
        figures.push(...figuresOf(name, await feel(browser, bar, screens[name]), floor));
      }
      return figures;
    } finally {
      await browser.close();
    }
  });
}

function figuresOf(screen: string, felt: readonly Felt[], floor: { name: string; value: number }): Figure[] {
  const opened = felt.filter(({ step }) => step !== "open");
  for (const line of tellSlowest(opened)) console.log(`  ${screen} ${line}`);
  for (const each of opened)
    if (each.kind === "task") console.log(`  ${screen} task of ${each.duration} ms  ${each.step}`);
  const during = (...steps: string[]) => longTasks(opened.filter(({ step }) => steps.includes(step))).length;
  const figure = (name: string, value: number, budget?: number, unit = "") => ({
    ...{ part: "", name: `${screen}, ${name}`, value, unit },
    ...(budget !== undefined && { budget: { atMost: budget } }),
  });
  return [
    { ...figure("slowest interaction", inp(opened), 100, "ms"), floor },
    figure("interactions", interactions(opened).length),
    figure("tasks over 50 ms while it ticks", during("stand"), 0),
    figure("tasks over 50 ms while orders come and go", during("come and go"), 0),
    figure("tasks over 50 ms at taps and keys", longTasks(opened).length - during("stand", "come and go"), 0),
  ];
}

/** Everybody behind the bar who is not at the screen that is measured. */
class Bar {
  #turn = 0;
  readonly #open: string[] = [];

  private constructor(
    readonly stack: Stack,
    private readonly staff: readonly ApiUser[],
    private readonly drinks: Awaited<ReturnType<typeof everyDrink>>,
  ) {}

  static async open(stack: Stack): Promise<Bar> {
    const staff = await barStaff(stack);
    const [ana] = staff;
    if (!ana) throw new Error("Nobody works.");
    return new Bar(stack, staff, await everyDrink(ana));
  }

  async order(): Promise<void> {
    this.#turn += 1;
    const drink = this.drinks[this.#turn % this.drinks.length];
    const barista = this.staff[this.#turn % this.staff.length];
    if (drink && barista) this.#open.push(await takeWalkUp(barista, drink));
  }

  /** Makes the last that came: the oldest are for whoever is at the screen. */
  async make(): Promise<void> {
    const id = this.#open.pop();
    const ben = this.staff[1];
    if (!id || !ben) throw new Error("Nothing to make.");
    for (const command of ["make", "complete"]) {
      const { status } = await ben.call("POST", `/orders/${id}/${command}`);
      if (status !== 200) throw new Error(`${command} answered ${status}`);
    }
  }

  async fill(size: number): Promise<void> {
    const { body } = (await this.staff[0]?.call("GET", "/orders?state=open")) ?? {};
    const { orders } = body as { orders: unknown[] };
    for (let open = orders.length; open < size; open += 1) await this.order();
  }
}

async function feel(
  browser: Browser,
  bar: Bar,
  viewport: { width: number; height: number },
): Promise<Felt[]> {
  const context = await browser.newContext({ viewport, hasTouch: true });
  const page = await context.newPage();
  const felt = await FeltEvents.of(page);
  felt.step = "open";
  const barista = new Barista(page, bar.stack, "barista@example.com");
  await barista.open();
  const toMake = page.getByRole("region", { name: "To make" });
  await expect(toMake.getByRole("article")).toHaveCount(openTickets);
  const doing = async (step: string, act: () => Promise<unknown>) => {
    await rest();
    felt.step = step;
    await act();
    await rest();
  };
  await doing("stand", () => wait(standsMs));
  await doing("come and go", () => comeAndLeave(bar));
  const unclaimed = toMake.getByRole("article").filter({ has: page.getByRole("button", { name: "Make" }) });
  const name = (await unclaimed.first().getAttribute("aria-label")) ?? "";
  const first = toMake.getByRole("article", { name, exact: true });
  const tap = (step: string, what: Locator) => doing(step, () => touch(what));
  const button = (name: string) => first.getByRole("button", { name, exact: true });
  await tap("make", button("Make"));
  await tap("undo the make", button("Undo"));
  await tap("make again", button("Make"));
  await tap("more", button("More"));
  await doing("close", () => page.keyboard.press("Escape"));
  await tap("complete", button("Complete"));
  const gap = toMake.getByRole("group", { name: new RegExp(`^${name}:`) });
  await tap("undo the complete", gap.getByRole("button", { name: "Undo" }));
  await tap("complete again", button("Complete"));
  const counter = page.getByRole("region", { name: "Ready" });
  await tap("collect", counter.getByRole("button", { name: "Collect" }).first());
  for (const key of ["1", "5", "9", "ArrowRight", "ArrowLeft", "2", "Enter", "Enter", "z", "3", "Enter"])
    await doing(`key ${key}`, () => page.keyboard.press(key));
  await doing("help", () => page.keyboard.press("?"));
  await doing("close the help", () => page.keyboard.press("Escape"));
  await doing("scroll", () => page.mouse.wheel(0, 900));
  await context.close();
  return felt.all;
}

/** Orders come in, and others make what came. */
async function comeAndLeave(bar: Bar): Promise<void> {
  for (let each = 0; each < comeAndGo; each += 1) {
    await bar.order();
    await wait(arriveEveryMs);
    await bar.make();
    await wait(arriveEveryMs);
  }
}

async function bareTap(browser: Browser): Promise<number> {
  const context = await browser.newContext({ viewport: screens["1080p"], hasTouch: true });
  try {
    return await bareMs(await context.newPage(), rest);
  } finally {
    await context.close();
  }
}
