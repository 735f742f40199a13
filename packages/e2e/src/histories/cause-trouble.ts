import type { Random } from "@serverlesspresso/simulator/random";
import { setFaults, struckBy } from "../machine-faults";
import type { Company } from "./company";
import type { Begin, Caused } from "./round";
import type { Trouble } from "./troubles";

/** How often each trouble has struck, by its name. */
export type Struck = Map<string, number>;

/** Begins some troubles at once; when they end, counts in `struck` how often each was met. */
export function causeTrouble(troubles: readonly Trouble[], random: Random, struck: Struck): Begin {
  return async (company) => {
    const faults = troubles.flatMap(({ name, faults: own = [] }) => own.map((fault) => ({ name, fault })));
    if (faults.length > 0)
      await setFaults(
        company.stack,
        faults.map(({ fault }) => fault),
        Math.floor(random.between(1, 1_000_000)),
      );
    const meddling = Promise.all(troubles.map((trouble) => meddle(trouble, company, random, struck)));
    return async () => {
      const counts = faults.length === 0 ? [] : await struckBy(company.stack);
      if (faults.length > 0) await setFaults(company.stack);
      for (const [index, { name }] of faults.entries()) add(struck, name, counts[index] ?? 0);
      const caused = await meddling;
      const lasts = Math.max(0, ...troubles.map(({ lastsSeconds = 0 }) => lastsSeconds));
      if (lasts > 0) await company.stack.advance(lasts);
      const perturbing = new Set(troubles.filter(({ perturbs }) => perturbs).map(({ name }) => name));
      return {
        closures: caused.flatMap(({ closures = [] }) => closures),
        stopped: caused.flatMap(({ stopped = [] }) => stopped),
        losesMessages: troubles.some(({ losesMessages }) => losesMessages === true),
        losesWriteAnswers: troubles.some(({ losesWriteAnswers }) => losesWriteAnswers === true),
        perturbed: faults.reduce(
          (sum, { name }, at) => sum + (perturbing.has(name) ? (counts[at] ?? 0) : 0),
          0,
        ),
      };
    };
  };
}

async function meddle(trouble: Trouble, company: Company, random: Random, struck: Struck): Promise<Caused> {
  if (trouble.meddle === undefined) return {};
  const { times, ...caused } = await trouble.meddle(company, random);
  add(struck, trouble.name, times);
  return caused;
}

function add(struck: Struck, name: string, times: number): void {
  struck.set(name, (struck.get(name) ?? 0) + times);
}
