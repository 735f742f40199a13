interface GlassProps {
  /** Its middle. */
  x: number;
  /** What it stands on. */
  floor: number;
  width: number;
  height: number;
}

const crema = 4;
const wall = 1.6;
const roundest = 7;

/** A bar of a chart as the house draws what it measures with: a glass of coffee, crema on top. */
export function Glass({ x, floor, width, height }: GlassProps) {
  const left = x - width / 2;
  const top = floor - height;
  const round = Math.min(roundest, width / 3, height);
  const inside = `M${left} ${top}V${floor - round}q0 ${round} ${round} ${round}h${width - 2 * round}q${round} 0 ${round} ${-round}V${top}`;
  return (
    <>
      <path d={`${inside}Z`} fill="var(--color-cup-coffee)" />
      <rect x={left} y={top} width={width} height={Math.min(crema, height)} fill="var(--color-cup-crema)" />
      <path
        d={inside}
        fill="none"
        stroke="var(--color-cup-line)"
        strokeWidth={wall}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  );
}
