"use client";

import { useParentSize } from "@visx/responsive";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Circle, Line } from "@visx/shape";
import type { FigureRow } from "./day-rows";
import { Glass } from "./glass";
import { waitText } from "./wait-text";
import { waitTicks } from "./wait-ticks";

const size = { left: 44, right: 2, top: 32, glasses: 168, between: 44, waits: 132, foot: 30 } as const;
const floor = {
  glasses: size.top + size.glasses,
  waits: size.top + size.glasses + size.between + size.waits,
} as const;
const height = floor.waits + size.foot;
const widestGlass = 52;
/** A label of an hour needs so much room. */
const labelWidth = 46;
/** And one of a count so much; the table has those that have none. */
const countWidth = 18;
/** As the notes around it. */
const labelSize = 14;

interface HoursChartProps {
  hours: readonly FigureRow[];
  /** What the chart tells, in words. */
  summary: string;
}

/** Above, a glass for each hour, as full as it was; below, how long people waited who ordered in it. */
export function HoursChart({ hours, summary }: HoursChartProps) {
  const { parentRef, width } = useParentSize({ debounceTime: 50 });
  return (
    <div ref={parentRef} className="min-h-100 w-full overflow-hidden">
      {width > 0 && <Drawing hours={hours} summary={summary} scale={textScale()} width={width} />}
    </div>
  );
}

/** What is drawn grows with the text around it: on large screens, and for who asks for larger text. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

function Drawing({ hours, summary, scale, width }: HoursChartProps & { scale: number; width: number }) {
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${width / scale} ${height}`}
      width={width}
      height={height * scale}
      fontSize={labelSize}
      className="block"
    >
      <Marks hours={hours} width={width / scale} />
    </svg>
  );
}

function Marks({ hours, width }: { hours: readonly FigureRow[]; width: number }) {
  const x = scaleBand({
    domain: hours.map(({ id }) => id),
    range: [size.left, width - size.right],
    paddingInner: 0.3,
  });
  const band = x.bandwidth();
  const most = Math.max(1, ...hours.map(({ orders }) => orders));
  const full = scaleLinear({ domain: [0, most], range: [0, size.glasses] });
  const ticks = waitTicks(Math.max(1, ...hours.map(({ wait }) => wait?.p90Seconds ?? 0)));
  const y = scaleLinear({ domain: [0, ticks.at(-1) ?? 1], range: [floor.waits, floor.waits - size.waits] });
  const every = Math.ceil(labelWidth / x.step());
  return (
    <>
      <Line
        from={{ x: size.left - 8, y: floor.glasses }}
        to={{ x: width, y: floor.glasses }}
        stroke="var(--color-ink)"
        strokeWidth={2}
      />
      {[0, ...ticks].map((tick) => (
        <Tick key={tick} seconds={tick} y={y(tick)} width={width} />
      ))}
      {hours.map(({ id, name, orders, wait }, index) => {
        const middle = (x(id) ?? 0) + band / 2;
        return (
          <g key={id}>
            {orders > 0 && (
              <Orders
                x={middle}
                width={Math.min(band, widestGlass)}
                height={full(orders)}
                count={x.step() < countWidth ? null : orders}
              />
            )}
            {wait && <Wait x={middle} half={y(wait.p50Seconds)} most={y(wait.p90Seconds)} />}
            {index % every === 0 && (
              <text x={middle} y={height - 6} textAnchor="middle" className="fill-soft">
                {name}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function Tick({ seconds, y, width }: { seconds: number; y: number; width: number }) {
  return (
    <>
      <Line from={{ x: size.left - 8, y }} to={{ x: width, y }} stroke="var(--color-hairline)" />
      <text x={size.left - 14} y={y} dy="0.32em" textAnchor="end" className="fill-soft tabular-nums">
        {waitText(seconds)}
      </text>
    </>
  );
}

interface OrdersProps {
  x: number;
  width: number;
  height: number;
  count: number | null;
}

function Orders({ x, width, height, count }: OrdersProps) {
  return (
    <>
      <Glass x={x} floor={floor.glasses} width={width} height={height} />
      <text x={x} y={floor.glasses - height - 8} textAnchor="middle" className="numerals fill-ink">
        {count}
      </text>
    </>
  );
}

/** Half waited up to the dot, nine of ten up to the ring. */
function Wait({ x, half, most }: { x: number; half: number; most: number }) {
  return (
    <>
      <Line from={{ x, y: half }} to={{ x, y: most }} stroke="var(--color-ink)" strokeWidth={2} />
      <Circle cx={x} cy={most} r={5} fill="var(--color-paper)" stroke="var(--color-ink)" strokeWidth={2} />
      <Circle cx={x} cy={half} r={5} fill="var(--color-copper)" stroke="var(--color-ink)" strokeWidth={2} />
    </>
  );
}
