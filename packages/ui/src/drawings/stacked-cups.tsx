import { Drawing, type DrawingProps } from "./drawing";

const places = [
  { x: 46, y: 150 },
  { x: 114, y: 150 },
  { x: 80, y: 109 },
] as const;

/** Cups turned over and stacked: nothing is made just now. */
export function StackedCups(props: DrawingProps) {
  return (
    <Drawing {...props}>
      {places.map(({ x, y }) => (
        <g key={x} transform={`translate(${x} ${y})`}>
          <path
            d="M23 -14c10-1 13-6 11.5-12.5-1.5-6-8-7-14-5.5"
            fill="none"
            stroke="var(--color-cup-edge)"
            strokeWidth="6.5"
          />
          <path
            d="M23 -14c10-1 13-6 11.5-12.5-1.5-6-8-7-14-5.5"
            fill="none"
            stroke="var(--color-cup-wall)"
            strokeWidth="3.3"
          />
          <path d="M-11 -35.5v-4.5h22v4.5Z" />
          <path d="M-29 0c0-16 4-30 18-35.5h22c14 5.5 18 19.5 18 35.5Z" />
          <path d="M-29 -4.5h58" strokeWidth="1.1" />
        </g>
      ))}
    </Drawing>
  );
}
