/** What a page held at an hour of its soak, after its garbage was collected. */
export interface Reading {
  hour: number;
  /** Orders on the screen then. */
  shown: number;
  heapBytes: number;
  nodes: number;
  listeners: number;
}

type Value = (reading: Reading) => number;

/**
 * How much is added an hour, by the plane through the readings after the first tenth, in which caches fill: what
 * a page holds for the orders that it shows is no growth, and a rush at the end of the day is no leak.
 */
export function slopeOf(readings: readonly Reading[], value: Value): number {
  const settled = readings.slice(Math.ceil(readings.length / 10));
  const mean = (of: Value) => settled.reduce((sum, reading) => sum + of(reading), 0) / settled.length;
  const about = (of: Value): Value => {
    const level = mean(of);
    return (reading) => of(reading) - level;
  };
  const together = (one: Value, other: Value) => mean((reading) => one(reading) * other(reading));
  const shown = about((reading) => reading.shown);
  const spread = together(shown, shown);
  const whateverIsShown = (of: Value): Value => {
    const centred = about(of);
    const share = spread === 0 ? 0 : together(centred, shown) / spread;
    return (reading) => centred(reading) - share * shown(reading);
  };
  const hour = whateverIsShown((reading) => reading.hour);
  const length = together(hour, hour);
  return length === 0 ? 0 : together(hour, whateverIsShown(value)) / length;
}

/** A reading of a page that loads itself anew; `life` counts its loads. */
export interface LifeReading extends Reading {
  life: number;
  /** Hours that the page has lived through so far, second by second; the others it has slept. */
  livedHours: number;
}

const mostBytesAnHour = 1_000_000;
/** So many hours awake fill a page's caches: of each view that it has shown, each connection, each picture. */
const warmHours = 0.5;
/** Hours, awake or by the clock: less says more about what happened in them than about what stays. */
const leastHours = 1;

/**
 * What grows too fast: within each life of the page, so that a load hides nothing, once its caches are full, by the
 * hours that it was awake; a life that slept almost all the time, by the hours of the clock; and over all of them.
 */
export function judgeHeap(readings: readonly LifeReading[]): string[] {
  const lives = [...new Set(readings.map(({ life }) => life))];
  const parts = lives.flatMap((life) => {
    const part = readings.filter((reading) => reading.life === life);
    const settled = awake(part);
    const judged = hoursOf(settled) >= leastHours ? settled : part;
    return hoursOf(judged) >= leastHours ? [{ name: `load ${life}`, judged }] : [];
  });
  return [...parts, { name: "all loads", judged: readings }].flatMap(({ name, judged }) => {
    const bytes = slopeOf(judged, ({ heapBytes }) => heapBytes);
    const told = `In ${name} the heap grew by ${Math.round(bytes / 1000)} kB an hour.`;
    console.log(told);
    return bytes >= mostBytesAnHour ? [told] : [];
  });
}

/** A life after its caches were filled, by the hours that it was awake. */
function awake(life: readonly LifeReading[]): Reading[] {
  const began = life[0]?.livedHours ?? 0;
  return life
    .map((reading) => ({ ...reading, hour: reading.livedHours - began }))
    .filter(({ hour }) => hour >= warmHours);
}

function hoursOf(readings: readonly Reading[]): number {
  return (readings.at(-1)?.hour ?? 0) - (readings[0]?.hour ?? 0);
}
