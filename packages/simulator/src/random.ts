import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that a seed reproduces. */
export class Random {
  readonly #next: () => number;

  constructor(readonly seed: number) {
    const generator = xoroshiro128plus(seed);
    // Seeds that are close together begin alike.
    for (let skipped = 0; skipped < 8; skipped += 1) uniformFloat64(generator);
    this.#next = () => uniformFloat64(generator);
  }

  /** Another one that draws independently of this, always the same for the same number. */
  fork(number: number): Random {
    return new Random(Math.imul(this.seed + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35));
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.#next();
  }

  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** One of them, each as likely as its weight says. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T {
    let left = this.#next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    throw new RangeError("There is nothing to pick from.");
  }

  /** Time until the next of independent events that come `mean` apart on average. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.#next());
  }

  /** Around `mean`, never negative, with a long tail; `sigma` is that of the logarithm. */
  lognormal(mean: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.#next())) * Math.cos(2 * Math.PI * this.#next());
    return mean * Math.exp(sigma * normal - (sigma * sigma) / 2);
  }
}
