import { AppError } from "@serverlesspresso/contracts/error";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Bar, BaristaApi } from "./bar";
import { isOnBreak, type Shift, workSeconds } from "./day";
import type { Random } from "./random";

/** Looks up at least so often, in case nobody calls. */
const idleSeconds = 20;
/** What is found wrong with a drink is found so soon, and mended in so much of its time. */
const complaintSeconds = 15;
const mendingShare = 0.5;

/** A barista who works the queue as their shift says. */
export class RobotBarista {
  #keys = 0;

  constructor(
    private readonly shift: Shift,
    private readonly bar: Bar,
    private readonly api: BaristaApi,
    private readonly random: Random,
  ) {}

  /**
   * Works until the shift is over; whoever closes the shop, until nobody waits any more. Sent home, they finish
   * what they have in hand.
   */
  async work(sentHome?: AbortSignal): Promise<void> {
    const { bar, shift } = this;
    await bar.waitUntil(shift.from);
    let wasIdle = true;
    const closes = shift.until >= bar.day.seconds;
    const isOn = () => bar.second < shift.until || (closes && this.#waiting().length > 0);
    while (!sentHome?.aborted && isOn()) {
      await this.#handOver();
      const isHere = !isOnBreak(shift, bar.second);
      if (!isHere || this.#waiting().length === 0) {
        wasIdle = true;
        await this.#idle(isHere);
        continue;
      }
      await this.#pause(wasIdle ? shift.noticesSeconds : shift.tidiesSeconds);
      wasIdle = false;
      await this.#make(this.#choose());
    }
    await this.#handOver();
  }

  async #idle(isHere: boolean): Promise<void> {
    const { queue, calls, clock } = this.bar;
    const look = clock.wait(idleSeconds * 1000);
    await (isHere ? Promise.race([queue.changes.rung(), calls.rung(), look]) : look);
  }

  #pause(meanSeconds: number): Promise<void> {
    return this.bar.clock.wait(this.random.lognormal(meanSeconds, 0.5) * 1000);
  }

  /** What nobody has taken, oldest first. */
  #waiting(): Ticket[] {
    const { queue, inHand } = this.bar;
    return queue.tickets().filter(({ id, state }) => state === "SUBMITTED" && !inHand.has(id));
  }

  #choose(): Ticket[] {
    const [oldest, second, ...others] = this.#waiting();
    if (oldest === undefined) return [];
    const first = second !== undefined && this.random.chance(this.shift.skips) ? second : oldest;
    if (this.shift.habit !== "pairs") return [first];
    const alike = [oldest, second, ...others].find(
      (each) => each !== undefined && each !== first && each.drinkOrder?.drink === first.drinkOrder?.drink,
    );
    return alike === undefined ? [first] : [first, alike];
  }

  async #make(tickets: readonly Ticket[]): Promise<void> {
    try {
      await this.#makeEach(tickets);
    } finally {
      // Whoever goes because the shop did not answer leaves what they had to others.
      for (const { id } of tickets) this.bar.inHand.delete(id);
    }
  }

  async #makeEach(tickets: readonly Ticket[]): Promise<void> {
    const { bar, shift } = this;
    const taken: Ticket[] = [];
    for (const ticket of tickets) {
      bar.inHand.add(ticket.id);
      if (shift.habit === "untold" || (await this.#tap(ticket, "make"))) taken.push(ticket);
      else bar.inHand.delete(ticket.id);
    }
    for (const ticket of taken) {
      await this.#workOn(ticket, 1);
      await this.#tap(ticket, "complete");
      bar.inHand.delete(ticket.id);
      if (this.random.chance(shift.recalls)) await this.#mend(ticket);
    }
  }

  async #mend(ticket: Ticket): Promise<void> {
    await this.bar.clock.wait(complaintSeconds * 1000);
    if (!(await this.#tap(ticket, "recall"))) return;
    await this.#workOn(ticket, mendingShare);
    await this.#tap(ticket, "complete");
  }

  async #workOn({ id, drinkOrder }: Ticket, share: number): Promise<void> {
    if (drinkOrder === null) return;
    const { bar, shift } = this;
    const effort = share * (bar.efforts.get(id) ?? 1);
    const now = { effort, second: bar.second, queued: this.#waiting().length };
    await bar.clock.wait(workSeconds(bar.day, shift, drinkOrder, now) * 1000);
  }

  /** Gives their drinks to those who ask. */
  async #handOver(): Promise<void> {
    const { asking } = this.bar;
    for (const id of asking) {
      asking.delete(id);
      const ticket = this.bar.queue.tickets().find((each) => each.id === id && each.state === "COMPLETED");
      if (ticket !== undefined) await this.#tap(ticket, "collect");
    }
  }

  /** Whether the shop took it; somebody else, or the clock, may have been first. */
  async #tap({ id }: Ticket, command: "make" | "complete" | "recall" | "collect"): Promise<boolean> {
    this.#keys += 1;
    const key = `${this.shift.name}-${this.bar.opensAt}-${this.#keys}`;
    try {
      await this.api.commandOrder(id, command, key);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return false;
      throw error;
    }
  }
}
