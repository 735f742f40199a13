/// <reference path="./rate-limits.d.ts" />
import type { RateLimiterRes } from "rate-limiter-flexible";
import RateLimiterMemory from "rate-limiter-flexible/lib/RateLimiterMemory";

/** So many requests at once, and so many a second in the long run. */
export interface Rate {
  burst: number;
  perSecond: number;
}

export interface RequestLimits {
  /** Of one signed-in person. */
  user: Rate;
  /** Of one address: everybody in a shop may stand behind the same. */
  address: Rate;
}

export const requestLimits: RequestLimits = {
  user: { burst: 60, perSecond: 20 },
  address: { burst: 3000, perSecond: 300 },
};

/** Counts in windows that are as long as a burst lasts at the long-run rate. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory;

  constructor({ burst, perSecond }: Rate) {
    this.#limiter = new RateLimiterMemory({ points: burst, duration: burst / perSecond });
  }

  /** Counts one request of `key`: 0 where it may come, else the milliseconds until one may. */
  async count(key: string): Promise<number> {
    try {
      await this.#limiter.consume(key);
      return 0;
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      // By its documentation anything else that it rejects with is this.
      return Math.max(1, (refusal as RateLimiterRes).msBeforeNext);
    }
  }
}
