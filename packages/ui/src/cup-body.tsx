import { counter, outline, radiusAt, type VesselShape, well } from "./cup-geometry";

interface PartProps {
  shape: VesselShape;
  detailed: boolean;
}

const line = "var(--color-cup-line)";

/** The wall, cut through: porcelain with its thickness, glass with a heavy foot, paper with a rolled rim. */
export function Wall({ shape, detailed }: PartProps) {
  const { material, wall, center, rim, rimRadius, floor } = shape;
  if (!detailed) {
    return (
      <g>
        <path d={outline(shape, 0, true)} fill="var(--color-cup-inside)" />
        <path
          d={outline(shape, 2.5, false)}
          fill="none"
          stroke={line}
          strokeWidth={6.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </g>
    );
  }
  if (material === "glass") return <Glass shape={shape} />;
  return (
    <g strokeLinejoin="round">
      <path d={outline(shape, wall, true)} fill="var(--color-cup-wall)" stroke={line} strokeWidth={1.6} />
      <path d={outline(shape, 0, true)} fill="var(--color-cup-inside)" />
      <path d={outline(shape, 0, false)} fill="none" stroke={line} strokeWidth={1.1} />
      {material === "paper" && (
        <g fill="var(--color-cup-wall)" stroke={line} strokeWidth={1.6}>
          <circle cx={center - rimRadius - 1.6} cy={rim} r={3.6} />
          <circle cx={center + rimRadius + 1.6} cy={rim} r={3.6} />
          <path d={`M${center - shape.floorRadius - 1} ${floor + 3}h${2 * shape.floorRadius + 2}`} />
        </g>
      )}
    </g>
  );
}

function Glass({ shape }: { shape: VesselShape }) {
  const { wall, center, floor, rim } = shape;
  const side = (height: number) => center - radiusAt(shape, height) - wall / 2;
  const y = (height: number) => floor - (floor - rim) * height;
  return (
    <g strokeLinejoin="round" stroke="var(--color-cup-glass)">
      <path
        d={outline(shape, wall, true)}
        fill="var(--color-cup-glass)"
        fillOpacity={0.16}
        strokeWidth={1.4}
      />
      <path d={outline(shape, 0, false)} fill="none" strokeWidth={0.8} strokeOpacity={0.7} />
      <path
        d={`M${side(0.92)} ${y(0.92)}L${side(0.55)} ${y(0.55)}`}
        stroke="var(--color-cup-shine)"
        strokeWidth={1.6}
        strokeLinecap="round"
      />
    </g>
  );
}

/** The handle, on the right. */
export function Handle({ shape, detailed }: PartProps) {
  const { center, floor, rim, wall } = shape;
  const depth = floor - rim;
  const edge = (height: number) => center + radiusAt(shape, height) + wall - 1;
  const top = rim + depth * 0.16;
  const bottom = rim + depth * 0.62;
  const reach = Math.min(depth * 0.44, 158 - edge(0.8));
  const ring = `M${edge(0.84)} ${top}c${reach * 1.25} ${-depth * 0.06} ${reach * 1.2} ${bottom - top + 4} ${edge(0.38) - edge(0.84)} ${bottom - top}`;
  return (
    <g fill="none" strokeLinecap="round">
      <path d={ring} stroke={line} strokeWidth={detailed ? 8 : 7} />
      {detailed && <path d={ring} stroke="var(--color-cup-wall)" strokeWidth={4.8} />}
    </g>
  );
}

/** The saucer, cut through: a shallow lens on the counter. */
export function Saucer({ shape, detailed }: PartProps) {
  const { center, rimRadius } = shape;
  const half = rimRadius + 15;
  const left = center - half;
  if (!detailed) {
    return (
      <path d={`M${left} ${counter - 4}h${2 * half}`} stroke={line} strokeWidth={7} strokeLinecap="round" />
    );
  }
  return (
    <path
      d={`M${left} ${counter - 10}q${half * 0.42} 6.5 ${half * 0.62} 6.5h${half * 0.76}q${half * 0.2} 0 ${half * 0.62}-6.5q${-half * 0.1} 10 ${-half * 0.6} 10h${-half * 0.8}q${-half * 0.5} 0 ${-half * 0.6}-10Z`}
      fill="var(--color-cup-wall)"
      stroke={line}
      strokeWidth={1.6}
      strokeLinejoin="round"
    />
  );
}

/** The ring that a cup stands on, between its floor and the saucer. */
export function Foot({ shape }: { shape: VesselShape }) {
  const top = shape.floor + shape.wall - 1;
  const half = shape.floorRadius * 0.72;
  const { center } = shape;
  return (
    <path
      d={`M${center - half - 1.5} ${top}L${center - half} ${well}H${center + half}L${center + half + 1.5} ${top}`}
      fill="var(--color-cup-wall)"
      stroke={line}
      strokeWidth={1.6}
      strokeLinejoin="round"
    />
  );
}

interface SteamProps {
  shape: VesselShape;
  surface: number;
  /** The part of the canvas that the drawing shows. */
  viewBox: string;
}

/**
 * Three threads of steam above the middle of the drink, each a picture of its own over the cup's: browsers move
 * those without drawing anything anew, and parts of a picture never.
 */
export function Steam({ shape, surface, viewBox }: SteamProps) {
  const foot = Math.min(surface - 14, shape.rim - 4);
  const height = Math.min(30, foot - 6);
  return [-1, 0, 1].map((thread) => (
    <svg
      key={thread}
      viewBox={viewBox}
      aria-hidden
      className="cup-steam pointer-events-none absolute inset-0 size-full overflow-visible"
      style={{ animationDelay: `${(thread + 1) * 0.7}s` }}
    >
      <path
        fill="none"
        stroke="currentColor"
        strokeOpacity={0.4}
        strokeWidth={2.6}
        strokeLinecap="round"
        d={`M${shape.center + thread * 13} ${foot - Math.abs(thread) * 3}c${-height * 0.3} ${-height * 0.35} ${height * 0.3} ${-height * 0.6} 0 ${-height}`}
      />
    </svg>
  ));
}
