import type { RobotClock } from "./robot-clock";

/** Later than this a timer rings only where the machine, or the page, has slept. */
const asleepMs = 5_000;

interface Waiting {
  at: number;
  done(): void;
}

/** A clock whose speed may change while robots wait: 0 stands still, 4 lets four seconds pass in one. */
export class AdjustableClock implements RobotClock {
  readonly #waiting = new Set<Waiting>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #realStart = Date.now();
  /** When the timer is to ring, epoch ms. */
  #dueAt = Number.POSITIVE_INFINITY;
  #start: number;
  #speed: number;

  /** @param startsAt epoch ms */
  constructor(speed: number, startsAt = Date.now()) {
    this.#speed = speed;
    this.#start = startsAt;
  }

  now(): number {
    return this.#start + (Date.now() - this.#realStart) * this.#speed;
  }

  setSpeed(speed: number): void {
    this.#catchUp();
    this.#start = this.now();
    this.#realStart = Date.now();
    this.#speed = speed;
    this.#arm();
  }

  wait(ms: number): Promise<void> {
    this.#catchUp();
    return new Promise((done) => {
      this.#waiting.add({ at: this.now() + Math.max(0, ms), done });
      this.#arm();
    });
  }

  /** One timer, for whoever is next. */
  #arm(): void {
    clearTimeout(this.#timer);
    this.#dueAt = Number.POSITIVE_INFINITY;
    const next = Math.min(...[...this.#waiting].map(({ at }) => at));
    if (this.#speed <= 0 || !Number.isFinite(next)) return;
    const realMs = Math.max(0, (next - this.now()) / this.#speed);
    this.#dueAt = Date.now() + realMs;
    this.#timer = setTimeout(() => this.#wake(), Math.ceil(realMs));
  }

  /** While a machine sleeps nobody comes: else all of them would come when it wakes. */
  #catchUp(): void {
    const late = Date.now() - this.#dueAt;
    if (late > asleepMs) this.#realStart += late;
    this.#dueAt = Math.max(this.#dueAt, Date.now());
  }

  #wake(): void {
    this.#catchUp();
    const now = this.now();
    for (const waiting of this.#waiting) {
      if (waiting.at > now) continue;
      this.#waiting.delete(waiting);
      waiting.done();
    }
    this.#arm();
  }
}
