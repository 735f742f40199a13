import type { Menu } from "@serverlesspresso/contracts/menu";
import { Bar, type BaristaApi, type GuestApi, type QueueView } from "./bar";
import type { Day, Shift, Visit } from "./day";
import { drawDay } from "./draw-day";
import { Random } from "./random";
import { RobotBarista } from "./robot-barista";
import type { RobotClock } from "./robot-clock";
import { RobotCustomer } from "./robot-customer";

/** A shop in which people practise with robots. */
export interface TrainingStage {
  queue: QueueView;
  guest: GuestApi;
  barista: BaristaApi;
  menu: Menu;
  /** Is told of what the shop did not answer; the robot who asked has gone. */
  onTrouble(error: unknown): void;
}

const hours = 8;
/** Of what one barista can make. */
const load = 0.75;

/** Robot guests who come without end, and a robot barista who helps when asked to. */
export class Rehearsal {
  readonly #bar: Bar;
  readonly #ended = new AbortController();
  #barista: AbortController | null = null;
  #baristas = 0;
  #areGuestsIn = true;

  /** @param clock what robots live by: an AdjustableClock sets how fast they are */
  constructor(
    private readonly stage: TrainingStage,
    seed: number,
    clock: RobotClock,
  ) {
    const day = drawDay(seed, stage.menu, { hours, baristas: 1, load });
    this.#bar = new Bar(day, clock, stage.queue);
    void this.#receive(day);
  }

  /** Whether new guests come; who is there stays. */
  letGuestsIn(areIn: boolean): void {
    this.#areGuestsIn = areIn;
  }

  /** Puts a robot behind the bar, or sends it home when it has finished its drink. */
  setBarista(isIn: boolean): void {
    if (isIn === (this.#barista !== null)) return;
    this.#barista?.abort();
    this.#barista = isIn ? new AbortController() : null;
    if (this.#barista) void this.#work(this.#barista.signal);
  }

  /** One robot after the other: who got no answer from the shop has gone, and the next one takes over. */
  async #work(sentHome: AbortSignal): Promise<void> {
    const [shift] = this.#bar.day.shifts;
    while (shift !== undefined && !sentHome.aborted) {
      await this.#robot(shift).work(sentHome).catch(this.stage.onTrouble);
      await this.#bar.clock.wait(shift.noticesSeconds * 1000);
    }
  }

  #robot(shift: Shift): RobotBarista {
    this.#baristas += 1;
    const allDay = { ...shift, name: `robot-${this.#baristas}`, from: 0, until: Number.POSITIVE_INFINITY };
    const random = new Random(this.#bar.day.seed).fork(this.#baristas);
    return new RobotBarista({ ...allDay, breaks: [], habit: "one" }, this.#bar, this.stage.barista, random);
  }

  /** Nobody comes or begins anything any more. */
  end(): void {
    this.setBarista(false);
    this.#ended.abort();
  }

  /** The day's guests, day after day. */
  async #receive(day: Day): Promise<void> {
    for (let round = 0; ; round += 1) {
      for (const [index, visit] of day.visits.entries()) {
        await this.#bar.waitUntil(round * day.seconds + visit.at);
        if (this.#ended.signal.aborted) return;
        if (this.#areGuestsIn) void this.#come(`training-${day.seed}-${round}-${index}`, visit);
      }
    }
  }

  async #come(name: string, visit: Visit): Promise<void> {
    const { guest, onTrouble } = this.stage;
    // Who never chooses is no practice for anybody.
    const decided = { ...visit, choosesInSeconds: visit.choosesInSeconds ?? 0 };
    await new RobotCustomer(name, decided, this.#bar, guest, async () => "").come().catch(onTrouble);
  }
}
