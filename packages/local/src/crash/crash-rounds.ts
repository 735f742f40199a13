import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AwsPort } from "../load/aws-port";
import { bundleMachine } from "../load/bundle-machine";
import { LocalProcess } from "../load/local-process";
import { Book } from "./book";
import { ByHand } from "./by-hand";
import { type Comparison, compare } from "./compare";
import { crashTemplate } from "./crash-template";
import { readEffects } from "./effects";
import { Load } from "./load";

export interface CrashOptions {
  readonly rounds: number;
  /** Workflows under way at a time. */
  readonly workflows: number;
  /** Decides when the kills come. */
  readonly seed: number;
  readonly portBase: number;
  /** So many rounds come between two comparisons. */
  readonly compareEvery: number;
  readonly print: (line: string) => void;
}

export interface CrashReport {
  readonly kills: number;
  readonly workflows: number;
  readonly calls: number;
  readonly repeats: Comparison["repeats"];
  readonly faults: string[];
}

const longestRoundMs = 2500;
/** What has not ended when nothing has for so long will not end any more. */
const patienceMs = 30_000;

/** Kills the machine at random instants under load, and compares what was acknowledged with what is there. */
export async function crashRounds(options: CrashOptions): Promise<CrashReport> {
  const folder = mkdtempSync(join(tmpdir(), "crash-"));
  const effects = join(folder, "effects");
  mkdirSync(effects);
  const template = join(folder, "Crash.template.json");
  writeFileSync(template, JSON.stringify(crashTemplate(effects)));
  const bundle = await bundleMachine(folder);
  const { portBase } = options;
  const machine = new LocalProcess({ template, data: join(folder, "data"), portBase, bundle });
  try {
    return await new Rounds(machine, effects, options).run();
  } finally {
    await machine.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

class Rounds {
  readonly #aws: AwsPort;
  readonly #byHand: ByHand;
  readonly #random: () => number;
  readonly #report = {
    kills: 0,
    workflows: 0,
    calls: 0,
    repeats: { executions: 0, calls: 0, messages: 0 },
    faults: [] as string[],
  };
  #book = new Book();

  constructor(
    private readonly machine: LocalProcess,
    private readonly effects: string,
    private readonly options: CrashOptions,
  ) {
    this.#aws = new AwsPort(machine.awsPort);
    this.#byHand = new ByHand(this.#aws, (order) => readEffects(effects, "Async").has(order));
    this.#random = randomOf(options.seed);
  }

  async run(): Promise<CrashReport> {
    const { rounds, compareEvery, print } = this.options;
    for (let done = 0; done < rounds; done += compareEvery) {
      const most = Math.min(compareEvery, rounds - done);
      await this.#some(most);
      const { workflows, calls, kills, faults } = this.#report;
      print(`${kills} kills, ${workflows} workflows, ${calls} calls by hand: ${faults.length} faults`);
      if (faults.length > 0) break;
    }
    return this.#report;
  }

  async #some(rounds: number): Promise<void> {
    this.#book = new Book();
    const since = Date.now() - 5000;
    const load = new Load(this.#aws, this.#book, `order-${this.#report.kills}`);
    const byHand = this.#byHand;
    byHand.forget();
    let running: Promise<unknown> | undefined;
    for (let round = 0; round <= rounds; round += 1) {
      const starting = this.machine.start();
      load.pauseUntil(starting.then(() => undefined));
      load.target = round < rounds ? this.options.workflows : 0;
      running ??= load.run();
      await starting;
      if (round === rounds) break;
      const making = this.#makeByHand(byHand);
      await wait(this.#random() * longestRoundMs);
      await this.machine.kill();
      this.#book.kills.push(Date.now());
      this.#report.kills += 1;
      await making;
    }
    await this.#settled();
    const { workflows, repeats, faults } = await compare(this.#aws, this.#book, this.effects, since);
    const all = [...faults, ...(await byHand.missing()), ...this.#book.faults];
    load.stop();
    await running;
    this.#add(workflows, byHand.count, repeats, all);
    await this.machine.stop();
  }

  /** What is refused is a fault; what a kill cut off is unknown. */
  async #makeByHand(byHand: ByHand): Promise<void> {
    const { kills } = this.#report;
    try {
      while (this.#report.kills === kills) await byHand.makeSome();
    } catch (cause) {
      if (cause instanceof Error && cause.name === "Error") this.#book.faults.push(cause.message);
    }
  }

  async #settled(): Promise<void> {
    let [open, changedAt] = [this.#book.open(), Date.now()];
    while (open > 0 && Date.now() < changedAt + patienceMs) {
      await wait(50);
      const now = this.#book.open();
      if (now !== open) [open, changedAt] = [now, Date.now()];
    }
    // What a function does asynchronously at last, and what was delivered twice, comes within this.
    await wait(4000);
  }

  #add(workflows: number, calls: number, repeats: Comparison["repeats"], faults: string[]): void {
    const report = this.#report;
    report.workflows += workflows;
    report.calls += calls;
    report.repeats.executions += repeats.executions;
    report.repeats.calls += repeats.calls;
    report.repeats.messages += repeats.messages;
    report.faults.push(...faults);
  }
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
