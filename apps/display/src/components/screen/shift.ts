const stepMs = 60_000;
/** In the display's unit: within the margins of every screen. */
const reach = 0.5;
/** Around a square and through its middle, so that no line stays where it was for long. */
const path = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

export interface Shift {
  x: number;
  y: number;
}

/** How far the picture stands from its place at `now` (ms), in whole pixels: halves would blur text. */
export function shiftAt(now: number, unit: number): Shift {
  const [x, y] = path[Math.floor(now / stepMs) % path.length] ?? path[0];
  const pixels = Math.round(reach * unit);
  return { x: x * pixels, y: y * pixels };
}
