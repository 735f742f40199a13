import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { Api } from "@serverlesspresso/client/api";
import { Machine } from "@serverlesspresso/simulator/node/machine";
import { apiOf } from "@serverlesspresso/simulator/node/people";
import { Random } from "@serverlesspresso/simulator/random";
import { setShop } from "../set-shop";
import type { Stack } from "../stack";
import { HeapLog } from "./heap-log";
import { type Begun, scanScreen } from "./scan-screen";
import { ServedDay } from "./served-day";
import { type Fault, faultsOf, planDay } from "./shop-day";
import type { TwoClocks } from "./two-clocks";
import { untilMorning } from "./until-morning";
import { type Board, watchBoard } from "./watched-board";
import { WatchedDay } from "./watched-day";

const seed = 20261129;
const daySeconds = 86_400;
const beforeSeconds = 1_800;
const strideSeconds = 4;
const longestSeconds = 300;
/** So long a time in which nobody comes is jumped over. */
const quietSeconds = 12;
/** In real time. */
const settledWithinMs = 4_000;

interface WeekOptions {
  page: Page;
  stack: Stack;
  clocks: TwoClocks;
  hours: number;
}

/** Days and nights of a shop, before one screen. */
export class ShopWeek {
  readonly faults: string[] = [];
  days = 0;
  orders = 0;
  scans = 0;
  #loadsWhileOpen = 0;
  #isOpen = false;
  #board: Board = { Preparing: { numbers: [], told: 0 }, Ready: { numbers: [], told: 0 } };
  #watched: WatchedDay | undefined;
  #startedAt: number;
  readonly #random = new Random(seed);

  private constructor(
    private readonly options: WeekOptions,
    private readonly barista: Api,
    readonly heap: HeapLog,
  ) {
    this.#startedAt = options.clocks.now();
    options.page.on("load", () => {
      if (this.#isOpen) this.#loadsWhileOpen += 1;
    });
  }

  /** To be called before the page is opened. */
  static async of(options: WeekOptions): Promise<ShopWeek> {
    const { page, stack, clocks } = options;
    const machine = await Machine.at(Number(new URL(stack.customerUrl).port));
    const barista = apiOf(machine, await machine.signIn("barista@example.com"));
    const week = new ShopWeek(options, barista, await HeapLog.of(page, clocks));
    await watchBoard(page, (board) => {
      week.#board = board;
      week.#watched?.see(board);
    });
    return week;
  }

  /** From half an hour before it opens: closes the shop, and lets days and nights go by until the hours are over. */
  async run(): Promise<void> {
    const { clocks } = this.options;
    await clocks.jump((nextOpening(clocks.now()) - clocks.now()) / 1000 - beforeSeconds);
    this.#startedAt = clocks.now();
    for (let day = 0; this.#hour() < this.options.hours; day += 1) {
      const opensAt = nextOpening(clocks.now());
      await this.#close(opensAt);
      await this.#night(opensAt);
      if (this.#hour() >= this.options.hours) return;
      await this.#open(day);
      await this.#day(day, opensAt);
    }
  }

  #hour(): number {
    return (this.options.clocks.now() - this.#startedAt) / 3_600_000;
  }

  /** Every other day the shop opens by itself, at the time that it has told. */
  async #open(day: number): Promise<void> {
    if (day % 2 === 0) await setShop(this.options.stack, { status: "open", reopensAt: null });
    this.#isOpen = true;
  }

  async #close(opensAt: number): Promise<void> {
    const reopensAt = new Date(opensAt).toISOString();
    await setShop(this.options.stack, { status: "closed", message: null, reopensAt });
    this.#isOpen = false;
  }

  async #night(opensAt: number): Promise<void> {
    const { clocks } = this.options;
    const before = this.heap.life;
    const began = clocks.now();
    while (clocks.now() < opensAt && this.#hour() < this.options.hours) {
      const left = (opensAt - clocks.now()) / 1000;
      if (left > 2 * longestSeconds) await clocks.jump(longestSeconds);
      else await clocks.run(Math.min(strideSeconds, Math.max(0.5, left)));
      await this.#read();
      const { Preparing, Ready } = this.#board;
      if (clocks.now() - began > 30_000 && Preparing.numbers.length + Ready.numbers.length > 0)
        this.#blame(`Numbers stand on the closed board: ${JSON.stringify(this.#board)}`);
    }
    // It has stood for a day by then.
    if (opensAt - began > 0.5 * daySeconds * 1000 && clocks.now() >= opensAt && this.heap.life === before)
      this.#blame("The page did not load itself anew over night.");
  }

  async #day(day: number, opensAt: number): Promise<void> {
    const { clocks } = this.options;
    const plan = planDay(this.#random.fork(day));
    const served = new ServedDay(
      plan,
      opensAt,
      this.barista,
      () => this.#scan(),
      () => clocks.now(),
    );
    const watched = new WatchedDay(served.orders);
    this.#watched = watched;
    const faults = faultsOf(day);
    while (!served.isOver && this.#hour() < this.options.hours) {
      const [fault] = faults;
      const untilFault = fault ? fault.from - (clocks.now() - opensAt) / 1000 : Number.POSITIVE_INFINITY;
      if (fault && untilFault <= 0) {
        faults.shift();
        await this.#suffer(fault, served, watched);
      }
      await this.#stride(served, watched, untilFault);
    }
    this.days += 1;
    this.orders += served.orders.length;
    for (const each of [...watched.faults, ...watched.missed()]) this.#blame(each);
    if (this.#loadsWhileOpen > 0)
      this.#blame(`The page loaded itself anew ${this.#loadsWhileOpen} times while open.`);
    this.#loadsWhileOpen = 0;
    console.log(
      `day ${day}: ${served.orders.length} orders, at most ${watched.mostShown} in a column and +${watched.mostElsewhere} on other pages; the board was right ${watched.compared} times; ${watched.faults.size} faults`,
    );
    this.#watched = undefined;
  }

  async #stride(
    served: ServedDay,
    watched: WatchedDay,
    untilFault = Number.POSITIVE_INFINITY,
  ): Promise<void> {
    const { clocks } = this.options;
    await served.work();
    await this.#settle(watched);
    await clocks.run(strideSeconds);
    const quiet = Math.min(served.quietSeconds, untilFault, longestSeconds);
    if (!served.isOver && quiet > quietSeconds && watched.canKnow(clocks.now())) await clocks.jump(quiet);
    await this.#settle(watched);
    watched.compare(this.#board, clocks.now());
    await this.#read();
  }

  /** What is on its way takes real time, which a busy machine has to be given. */
  async #settle(watched: WatchedDay): Promise<void> {
    const until = Date.now() + settledWithinMs;
    const isRight = () =>
      !watched.canKnow(this.options.clocks.now()) || watched.wrongIn(this.#board) === null;
    while (!isRight() && Date.now() < until) await wait(10);
  }

  /** What goes wrong, until it is over; the shop goes on as far as it can. */
  async #suffer(fault: Fault, served: ServedDay, watched: WatchedDay): Promise<void> {
    const { clocks, stack, page } = this.options;
    const outage = { from: clocks.now(), until: Number.POSITIVE_INFINITY };
    watched.outages.push(outage);
    const seconds = fault.until - fault.from;
    if (fault.kind === "back end killed") {
      await stack.kill();
      clocks.stackStops();
      for (let gone = 0; gone < seconds; gone += strideSeconds) await clocks.run(strideSeconds);
      await stack.start();
      await clocks.stackStarts();
    } else {
      await page.context().setOffline(true);
      const back = clocks.now() + seconds * 1000;
      while (clocks.now() < back) await this.#stride(served, watched);
      await page.context().setOffline(false);
    }
    outage.until = clocks.now();
    console.log(`${this.#hour().toFixed(2)} h: ${fault.kind} for ${seconds} s`);
  }

  /** A guest who stands before the screen, while it has to be right. */
  async #scan(): Promise<Begun | null> {
    const { page, stack, clocks } = this.options;
    if (!this.#watched?.canKnow(clocks.now())) return null;
    this.scans += 1;
    return scanScreen(page, stack, `soak.${this.scans}@example.com`).catch((error) =>
      this.#blame(`The shown code did not let a guest in: ${error}`),
    );
  }

  #blame(fault: string): null {
    const told = `At hour ${this.#hour().toFixed(2)}: ${fault}`;
    if (this.faults.at(-1)?.endsWith(fault)) return null;
    console.error(told);
    this.faults.push(told);
    return null;
  }

  async #read(): Promise<void> {
    const { Preparing, Ready } = this.#board;
    await this.heap.note(this.#hour(), Preparing.told + Ready.told);
  }
}

/** The next time at which the shop opens, in epoch ms. */
function nextOpening(now: number): number {
  return now + untilMorning(now) * 1000;
}
