/** What a page held at an hour of its soak, after its garbage was collected. */
export interface Reading {
  hour: number;
  heapBytes: number;
  nodes: number;
  listeners: number;
}

/** The line through the readings after the first tenth, in which caches fill: how much is added an hour. */
export function slopeOf(readings: readonly Reading[], value: (reading: Reading) => number): number {
  const settled = readings.slice(Math.ceil(readings.length / 10));
  const mean = (of: (reading: Reading) => number) =>
    settled.reduce((sum, reading) => sum + of(reading), 0) / settled.length;
  const [hour, level] = [mean((reading) => reading.hour), mean(value)];
  const spread = mean((reading) => (reading.hour - hour) ** 2);
  return spread === 0 ? 0 : mean((reading) => (reading.hour - hour) * (value(reading) - level)) / spread;
}
