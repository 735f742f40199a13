import type { Clock } from "../ports";
import type { Revocations } from "./revocations";

/** Somebody who was removed may go on for this long in other instances of the function. */
const keptMs = 20_000;
/** Enough for the staff of many shops. */
const mostKept = 2_000;

/** Revocations that are asked for once in a while, not with every request; also that there is none. */
export class RememberedRevocations implements Revocations {
  readonly #known = new Map<string, { revokedAt: Promise<number | null>; until: number }>();

  constructor(
    private readonly stored: Revocations,
    private readonly clock: Clock,
  ) {}

  revokedAt(sub: string): Promise<number | null> {
    const now = this.clock.now();
    const known = this.#known.get(sub);
    if (known !== undefined && now < known.until) return known.revokedAt;
    const revokedAt = this.stored.revokedAt(sub);
    this.#keep(sub, { revokedAt, until: now + keptMs });
    const forget = () => this.#forget(sub, revokedAt);
    // The next request asks again for what could not be read, or lies ahead: somebody's role is being changed.
    revokedAt.then((at) => at !== null && at > this.clock.now() && forget(), forget);
    return revokedAt;
  }

  async revoke(sub: string, at: number, instead?: number): Promise<void> {
    await this.stored.revoke(sub, at, instead);
    this.#known.delete(sub);
  }

  async end(sub: string, at: number): Promise<void> {
    await this.stored.end(sub, at);
    this.#known.delete(sub);
  }

  #keep(sub: string, known: { revokedAt: Promise<number | null>; until: number }): void {
    this.#known.delete(sub);
    this.#known.set(sub, known);
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size > mostKept) this.#known.delete(oldest);
  }

  #forget(sub: string, read: Promise<number | null>): void {
    if (this.#known.get(sub)?.revokedAt === read) this.#known.delete(sub);
  }
}
