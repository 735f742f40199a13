import type { Effect, Kind, LineRow } from "./line-row";

/** Relative variances: of two drinks of one kind by one barista, and of what is not known yet. */
const sameKind = 0.08;
export const newDrink: Effect = { ratio: 1, variance: 0.12 };
export const newPace: Effect = { ratio: 1, variance: 0.04 };
/** What a drink adds to them, so that the latest weigh most: people tire, beans run out. */
const drift = { work: 0.0003, drink: 0.0002, pace: 0.0005, option: 0.00002 } as const;

/** A ticket that was forgotten for a quarter of an hour counts as a slow one, no more, once the pace is known. */
const slowest = 3;
const slowestAtFirst = 10;
const firstDrinks = 3;
/** So many surprises in a row are none: the house has another pace, and it is learned anew. */
const surprisesAreNews = 4;
const surprise = 2;
const unknownPace = 0.5;
const leastFactor = 0.2;
const drinksKept = 80;

type Learned = Pick<LineRow, "work" | "option" | "drinks">;

/** A drink may be called what every object has, "constructor" for example. */
function knownOf(drinks: Learned["drinks"], id: string) {
  return (Object.hasOwn(drinks, id) ? drinks[id] : undefined) ?? newDrink;
}

/** Seconds that a drink is likely to take a barista of this pace. */
export function usualSeconds({ work, option, drinks }: Learned, kind: Kind, pace: Effect): number {
  const drink = knownOf(drinks, kind.drink);
  return work.seconds * drink.ratio * option.ratio ** kind.options * pace.ratio;
}

/** How uncertain that is, as a relative variance, leaving out what all drinks have in common. */
export function workVariance({ drinks }: Learned, { drink }: Kind, pace: Effect): number {
  return sameKind + knownOf(drinks, drink).variance + pace.variance;
}

/**
 * Learns from a drink that took so many seconds: what was off is shared out among shop, drink, options and
 * barista by how little is known of each (a Kalman filter that neglects covariances).
 */
export function learnWork<Row extends Learned>(
  row: Row,
  kind: Kind,
  pace: Effect,
  tookSeconds: number,
): { row: Row; pace: Effect } {
  const drink = knownOf(row.drinks, kind.drink);
  const { work, option } = row;
  const total =
    work.variance + drink.variance + kind.options ** 2 * option.variance + pace.variance + sameKind;
  const isNew = work.count < firstDrinks || Math.abs(work.surprises) >= surprisesAreNews;
  const most = isNew ? slowestAtFirst : slowest;
  const off = Math.min(most, tookSeconds / usualSeconds(row, kind, pace)) - 1;
  const factor = (gain: number) => Math.max(leastFactor, 1 + gain * off);
  const learn = ({ ratio, variance }: Effect, driftsBy: number, times = 1): Effect => {
    const gain = (times * variance) / total;
    return { ratio: round(ratio * factor(gain)), variance: round(variance * (1 - times * gain) + driftsBy) };
  };
  const { ratio: seconds, variance } = learn({ ratio: work.seconds, variance: work.variance }, drift.work);
  const surprises = Math.abs(off) > surprise * Math.sqrt(total) ? countOn(work.surprises, Math.sign(off)) : 0;
  const isNews = Math.abs(surprises) === surprisesAreNews;
  const { [kind.drink]: _, ...others } = row.drinks;
  const drinks = Object.entries(others).slice(1 - drinksKept);
  return {
    row: {
      ...row,
      work: { seconds, variance: isNews ? unknownPace : variance, count: work.count + 1, surprises },
      option: learn(option, drift.option, kind.options),
      drinks: { ...Object.fromEntries(drinks), [kind.drink]: learn(drink, drift.drink) },
    },
    pace: learn(pace, drift.pace),
  };
}

/** One more of the same kind, or the first of the other. */
function countOn(surprises: number, sign: number): number {
  return Math.sign(surprises) === -sign ? sign : surprises + sign;
}

/** The row is written with each change: digits that say nothing would cost. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
