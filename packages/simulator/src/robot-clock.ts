/** The time that robots live in: the shop's own, at whatever speed it passes. */
export interface RobotClock {
  /** Epoch milliseconds. */
  now(): number;
  wait(ms: number): Promise<void>;
}

/** A clock of which `speed` seconds pass in one real second, from `startsAt` (epoch ms) on. */
export class ScaledClock implements RobotClock {
  readonly #realStart = Date.now();

  constructor(
    readonly speed: number,
    private readonly startsAt = Date.now(),
  ) {}

  now(): number {
    return this.startsAt + (Date.now() - this.#realStart) * this.speed;
  }

  wait(ms: number): Promise<void> {
    return new Promise((done) => setTimeout(done, Math.max(0, ms / this.speed)));
  }
}
