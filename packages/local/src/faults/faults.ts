import type { Fault, FaultPlan } from "./fault";
import { seededRandom } from "./seeded-random";

/** One call as faults see it. */
export interface Call {
  readonly service: string;
  readonly operation: string;
  readonly caller?: string | undefined;
  /** The request's text, asked for only where a fault looks for something in it. */
  text(): string;
}

interface Armed {
  readonly fault: Fault;
  passed: number;
  struck: number;
}

/** The faults that are set, and what they did; made only where the machine was started with `--faults`. */
export class Faults {
  readonly #injected = new Map<string, number>();
  #plan: FaultPlan = { seed: 1, faults: [] };
  #armed: Armed[] = [];
  #random = seededRandom(1);

  /** Replaces all faults; the count of what was injected since the start goes on. */
  set(plan: FaultPlan): void {
    this.#plan = plan;
    this.#random = seededRandom(plan.seed);
    this.#armed = plan.faults.map((fault) => ({ fault, passed: 0, struck: 0 }));
  }

  /** `{seed, faults: [{…, injected}], injected: {"dynamodb UpdateItem throttle": 3}}`; the last counts since the start. */
  read(): object {
    return {
      seed: this.#plan.seed,
      faults: this.#armed.map(({ fault, struck }) => ({ ...fault, injected: struck })),
      injected: Object.fromEntries([...this.#injected].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  /** Whether any fault is set for a service: a way that costs nothing without one. */
  concern(service: string): boolean {
    return this.#armed.some(({ fault }) => fault.service === service);
  }

  /** A number from 0 to 1 of the seed's. */
  random(): number {
    return this.#random();
  }

  /** The first fault that strikes a call. */
  strike(call: Call): Fault | undefined {
    return this.#armed.find((armed) => this.#strikes(armed, call))?.fault;
  }

  /** Every fault that strikes a call: deliveries may be late and come twice. */
  strikeAll(call: Call): Fault[] {
    return this.#armed.filter((armed) => this.#strikes(armed, call)).map(({ fault }) => fault);
  }

  #strikes(armed: Armed, call: Call): boolean {
    const { fault } = armed;
    if (!matches(fault, call)) return false;
    if (armed.passed < fault.after) {
      armed.passed += 1;
      return false;
    }
    if (fault.count !== undefined && armed.struck >= fault.count) return false;
    if (fault.share < 1 && this.#random() >= fault.share) return false;
    armed.struck += 1;
    const what = `${call.service} ${call.operation} ${fault.mode}`;
    this.#injected.set(what, (this.#injected.get(what) ?? 0) + 1);
    return true;
  }
}

function matches({ service, operation, caller, containing }: Fault, call: Call): boolean {
  return (
    service === call.service &&
    (operation ?? call.operation) === call.operation &&
    (caller ?? call.caller) === call.caller &&
    (containing === undefined || call.text().includes(containing))
  );
}
