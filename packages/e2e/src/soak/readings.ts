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
