import type { DrinkOrder, Menu } from "@serverlesspresso/contracts/menu";
import type { Visit } from "./day";
import type { Random } from "./random";

export interface Crowd {
  menu: Menu;
  seconds: number;
  /** Visits a second, on average over the day. */
  perSecond: number;
  /** How much drinks of one kind differ in work, as the sigma of a lognormal. */
  spread: number;
}

const stepSeconds = 60;
/** The shop takes its last order so long before it closes. */
const lastOrderSeconds = 300;

/** Everybody who comes on that day, in the order in which they come. */
export function drawVisits(random: Random, { menu, seconds, perSecond, spread }: Crowd): Visit[] {
  const closes = seconds - lastOrderSeconds;
  const rates = drawRates(random.fork(1), Math.ceil(closes / stepSeconds), perSecond);
  const taste = menu.drinks.map(({ id }) => [id, random.exponential(1)] as const);
  const visits: Visit[] = [];
  rates.forEach((rate, step) => {
    const end = Math.min(closes, (step + 1) * stepSeconds);
    const next = () => random.exponential(1 / rate);
    for (let at = step * stepSeconds + next(); at < end; at += next()) {
      visits.push(drawVisit(random, at, chooseFrom(random, menu, random.pick(taste)), spread));
    }
  });
  return visits;
}

/** Quiet and busy times: two or three humps, and now and then a crowd within minutes. */
function drawRates(random: Random, steps: number, mean: number): number[] {
  const humps = Array.from({ length: Math.floor(random.between(1, 4)) }, () => ({
    at: random.between(0, steps),
    width: random.between(steps / 20, steps / 6),
    height: random.between(0.5, 2.5),
  }));
  if (random.chance(0.4))
    humps.push({ at: random.between(0, steps), width: 2, height: random.between(4, 8) });
  const shape = Array.from({ length: steps }, (_, step) =>
    humps.reduce((sum, { at, width, height }) => sum + height * Math.exp(-(((step - at) / width) ** 2)), 1),
  );
  const total = shape.reduce((sum, value) => sum + value, 0);
  return shape.map((value) => (mean * value * steps) / total);
}

function drawVisit(random: Random, at: number, choice: DrinkOrder, spread: number): Visit {
  return {
    at,
    choice,
    choosesInSeconds: random.chance(0.02) ? null : random.lognormal(35, 0.6),
    leavesInSeconds: random.chance(0.04) ? random.exponential(240) : null,
    collectsInSeconds: random.chance(0.03) ? null : random.lognormal(40, 0.8),
    effort: random.lognormal(1, spread),
  };
}

/** In each group the default for most; for others one of the rest. */
function chooseFrom(random: Random, menu: Menu, id: string): DrinkOrder {
  const options = menu.drinks.find((drink) => drink.id === id)?.options ?? [];
  const modifiers = options.flatMap((group) => {
    const others = group.choices.filter((choice) => choice.available && choice.id !== group.default);
    if (others.length === 0 || !random.chance(0.3)) return [];
    return [random.pick(others.map((choice) => [choice.id, 1]))];
  });
  return { drink: id, modifiers };
}
