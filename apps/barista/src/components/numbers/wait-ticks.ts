const steps = [15, 30, 60, 120, 300, 600, 1200, 1800, 3600];

/** Marks at whole minutes, about three of them. */
export function waitTicks(longest: number): number[] {
  const step = steps.find((each) => longest / each <= 4) ?? Math.ceil(longest / 4 / 3600) * 3600;
  return Array.from({ length: Math.max(1, Math.ceil(longest / step)) }, (_, index) => (index + 1) * step);
}
