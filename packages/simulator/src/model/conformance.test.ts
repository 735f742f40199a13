import fc from "fast-check";
import { expect, test } from "vitest";
import { waiterOf } from "./model-moves";
import { type Bounds, emptyShop, isRunning, type ModelState, type Process } from "./model-state";
import { type RealProcess, RealShop } from "./real-shop";
import { allRules } from "./rules";
import { actionsOf } from "./search";
import { bounded, goodDay, putByHand, setting } from "./starts";
import { sweeperActions } from "./sweeper";
import type { Action, World } from "./world";

const world: World = { setting: { ...setting, places: 2, codePlaces: 2, phones: true }, rules: allRules };

/** Model and real code side by side: what the one does the other does too, write by write. */
class Walk {
  readonly told: string[] = [];
  readonly #real = new Map<Process, RealProcess>();
  #sweeps = 2;

  private constructor(
    private state: ModelState,
    private readonly shop: RealShop,
  ) {}

  static async from(state: ModelState): Promise<Walk> {
    return new Walk(state, await new RealShop(world.setting.codePlaces).opened());
  }

  /** One of all possible steps; false if there is none. */
  async step(choice: number): Promise<boolean> {
    const sweeps = this.#maySweep() ? 1 : 0;
    const sweeper = new Set(sweeperActions(world, this.state).map(({ says }) => says));
    // A quarter of an hour does not pass while a request is at work.
    const isAtWork = this.state.processes.length > 0;
    const actions = actionsOf(world, this.state).filter(
      ({ says, kind }) => !sweeper.has(says) && !(isAtWork && kind === "clock"),
    );
    if (actions.length + sweeps === 0) return false;
    // One step in four may be a fault: what goes on by itself would else hardly get anywhere.
    const calm = choice % 4 === 0 ? actions : actions.filter(({ kind }) => kind !== "fault");
    const action = calm[Math.floor(choice / 4) % (calm.length + sweeps)];
    if (action !== undefined) await this.#take(action);
    else if (sweeps > 0) await this.#sweep();
    await this.#compare();
    return true;
  }

  /** The good beginning of a day, at the end of which everything is at rest. */
  async led(by: readonly string[]): Promise<this> {
    for (const says of [...by, null]) {
      const next = () => actionsOf(world, this.state).find((each) => each.kind === "system");
      for (let action = next(); action !== undefined; action = next()) await this.#take(action);
      const wanted = actionsOf(world, this.state).find((each) => each.says === says);
      if (wanted !== undefined) await this.#take(wanted);
    }
    return this;
  }

  async #take({ says, next, kind }: Action): Promise<void> {
    const before = this.state;
    this.told.push(says);
    this.state = next;
    const gone = before.processes.find((process) => !next.processes.includes(process));
    const come = next.processes.find((process) => !before.processes.includes(process));
    if (gone === undefined) await this.#begin(before, come);
    else if (kind === "fault") this.#real.delete(gone);
    else await this.#goOn(gone, come);
    for (const [order, row] of Object.entries(next.rows)) {
      if (row.clock === "up" && before.rows[order]?.clock === "runs") await this.#runOut(order);
    }
    this.shop.ports.shop = { ...this.shop.ports.shop, open: next.shop.open };
    this.#mirrorWorkflow();
  }

  /** What the workflow writes itself is not the API's: its leases are taken over. */
  #mirrorWorkflow(): void {
    const { inFlight, running } = this.shop.ports;
    for (const id of Object.keys(inFlight)) delete inFlight[id];
    for (const [order, holder] of Object.entries(this.state.shop.leases))
      inFlight[this.shop.idOf(order)] = holder;
    running.clear();
    for (const execution of this.state.executions) if (isRunning(execution)) running.add(execution.name);
  }

  async #begin(before: ModelState, process: Process | undefined): Promise<void> {
    const message = before.bus.find((each) => !this.state.bus.includes(each)) ?? process?.message;
    const isHandled = message?.type === "wait" || message?.type === "refused";
    if (process === undefined && (!isHandled || this.state.deadLetters.length > before.deadLetters.length))
      return;
    const begun = process ?? { what: "wait" as const, by: "", order: message?.order ?? "" };
    const real = await this.shop.begin(begun, isHandled ? message : undefined);
    if (process === undefined) expect(real.at(), "nothing is to be done").toBe("");
    else this.#real.set(process, real);
  }

  async #goOn(process: Process, then: Process | undefined): Promise<void> {
    const real = this.#real.get(process);
    if (real === undefined) throw new Error("There is no such process.");
    const { todo } = process;
    if (todo.step === "followUp") await this.#followUp(real, process, then);
    else if (todo.step === "end") expect(await real.pass("end")).toBe(`${todo.token} ${todo.outcome}`);
    else if (todo.step === "answer") expect(real.answer).toMatchObject({ go: todo.way });
    else await real.pass(todo.step);
    this.#real.delete(process);
    if (then !== undefined) this.#real.set(then, real);
    const hasMore = then !== undefined && then.todo.step !== "answer";
    expect(real.isDone, hasMore ? "it has more to do" : `it is at its end, not at ${real.at()}`).toBe(
      !hasMore,
    );
  }

  async #followUp(real: RealProcess, { todo }: Process, then: Process | undefined): Promise<void> {
    if (todo.step !== "followUp") return;
    const left = then?.todo.step === "followUp" ? then.todo.left : { id: todo.left.id };
    const { event, token, place } = todo.left;
    if (event !== undefined && left.event === undefined) {
      await real.pass("event");
      const { detail } = this.shop.ports.events.at(-1) ?? { detail: {} };
      if (event.type === "changed")
        expect(detail).toMatchObject({ version: event.version, state: event.state });
    } else if (token !== undefined && left.token === undefined) {
      expect(await real.pass("end")).toBe(`${token.token} ${token.outcome}`);
    } else if (place !== undefined) await real.pass("place");
  }

  async #runOut(order: string): Promise<void> {
    const due = (await this.shop.row(order))?.due ?? 0;
    this.shop.ports.now = Math.max(this.shop.ports.now, due);
  }

  /** The sweeper takes all at once: only where the model lets it take all, and where no one else is at work. */
  #maySweep(): boolean {
    const racing = { ...this.state, left: { ...this.state.left, sweepRaces: 1 } };
    const may = sweeperActions(world, this.state).length;
    return (
      this.#sweeps > 0 &&
      this.state.processes.length === 0 &&
      may > 0 &&
      sweeperActions(world, racing).length === may
    );
  }

  async #sweep(): Promise<void> {
    this.#sweeps -= 1;
    this.told.push("the sweeper comes by");
    const isAnyDue = Object.values(this.state.rows).some(({ clock }) => clock === "up");
    for (let next = this.#swept(); next !== undefined; next = this.#swept()) this.state = next;
    await this.shop.sweep(isAnyDue);
    const held = Object.entries(this.state.shop.leases).map(([order]) => this.shop.idOf(order));
    expect(Object.keys(this.shop.ports.inFlight).sort()).toEqual(held.sort());
    this.#mirrorWorkflow();
  }

  #swept(): ModelState | undefined {
    const steps = actionsOf(world, { ...this.state, executions: [], bus: [], deadLetters: [] });
    const atWork = steps.find(
      ({ says }) => this.state.processes.length > 0 && says.startsWith("the sweeper, at"),
    );
    const action = atWork ?? sweeperActions(world, this.state)[0];
    if (action === undefined) return undefined;
    if (atWork === undefined) return action.next;
    // The step was found where nothing else could go on: what it did is carried over.
    const { executions, bus, deadLetters } = this.state;
    const found = actionsOf(world, { ...this.state, executions, bus, deadLetters }).find(
      ({ says }) => says === atWork.says,
    );
    return found?.next;
  }

  async #compare(): Promise<void> {
    for (const order of ["carla-1", "carla-2", "dora-1", "dora-2"]) {
      expect(await this.#realOf(order), order).toEqual(this.#modelOf(order));
    }
    const taken = this.state.codeOrders.map((order) => this.shop.idOf(order));
    expect([...(await this.shop.codeOrders())].sort()).toEqual(taken.sort());
  }

  async #realOf(order: string) {
    const row = await this.shop.row(order);
    if (row === null) return null;
    const { waiting } = row;
    return {
      state: row.state,
      version: row.version,
      isUp: row.due === null ? null : this.shop.ports.now >= row.due,
      hasNumber: row.orderNumber !== null,
      claimer: row.baristaUserId,
      wasReady: row.completedAt !== null,
      extensionsLeft: row.extensionsLeft,
      waiting: waiting && [waiting.execution, waiting.wait, waiting.waitingFor, waiting.taskToken],
      pending: Object.keys(row.pending).sort(),
    };
  }

  #modelOf(order: string) {
    const row = this.state.rows[order];
    if (row === undefined) return null;
    const { waiting } = row;
    return {
      state: row.state,
      version: row.version,
      isUp: waiterOf(row.state) === null ? null : row.clock === "up",
      hasNumber: row.number !== null,
      claimer: row.claimer,
      wasReady: row.wasReady,
      extensionsLeft: row.extensionsLeft,
      waiting: waiting && [waiting.execution, waiting.wait, waiting.waiter, waiting.token],
      pending: row.pending.map(({ id }) => id).sort(),
    };
  }
}

const plenty: Partial<Bounds> = {
  commands: 30,
  scans: 4,
  repeats: 5,
  duplicates: 3,
  losses: 2,
  crashes: 100,
  earlyTimeOuts: 2,
  retries: 2,
  stops: 1,
  handTokens: 1,
  closings: 2,
};

const byHand = { ...plenty, scans: 0, closings: 0, ticks: 1 };

test.each([
  ["from the scan of a code", emptyShop, plenty, []],
  ["from an event that was put by hand", putByHand, byHand, []],
  ["from the queue", putByHand, byHand, goodDay.slice(0, 1)],
  ["from the bar", putByHand, byHand, goodDay.slice(0, 2)],
  ["from the counter", putByHand, byHand, goodDay],
])(
  "the real handlers do what the model does, write by write, %s",
  async (_what, start, bounds, by) => {
    const walks = fc.array(fc.nat(1_000_000), { minLength: 10, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(walks, async (choices) => {
        const begun = await Walk.from(bounded(start, bounds));
        const walk = by.length > 0 ? await begun.led(by) : begun;
        try {
          for (const choice of choices) if (!(await walk.step(choice))) break;
        } catch (error) {
          throw new Error(`${walk.told.join("\n")}\n${error}`, { cause: error });
        }
      }),
      // A walk that fails is made shorter for so long.
      {
        numRuns: process.env.TEST_FULL ? 1_000 : 15,
        interruptAfterTimeLimit: 300_000,
        markInterruptAsFailure: true,
      },
    );
  },
  600_000,
);
