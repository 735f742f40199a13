import type { RobotClock } from "./robot-clock";

interface Timer {
  at: number;
  done: () => void;
}

/** Time that passes as soon as nobody has anything left to do: a day in a blink, always in the same order. */
export class VirtualClock implements RobotClock {
  readonly #timers: Timer[] = [];
  #now: number;

  constructor(startsAt: number) {
    this.#now = startsAt;
  }

  now(): number {
    return this.#now;
  }

  wait(ms: number): Promise<void> {
    const at = this.#now + Math.max(0, ms);
    return new Promise((done) => {
      // Of two for the same instant the one that was asked for first comes first.
      let index = this.#timers.length;
      while (index > 0 && (this.#timers[index - 1]?.at ?? 0) > at) index -= 1;
      this.#timers.splice(index, 0, { at, done });
    });
  }

  /** Lets time pass until `work` is done; throws if nobody would ever go on. */
  async passUntil<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const settled = () => {
      isDone = true;
    };
    work.then(settled, settled);
    for (;;) {
      // Everything that is ready to go on does so before time does.
      await new Promise((next) => setImmediate(next));
      if (isDone) return work;
      const timer = this.#timers.shift();
      if (timer === undefined) throw new Error("Everybody waits for something that will not happen.");
      this.#now = timer.at;
      timer.done();
    }
  }
}
