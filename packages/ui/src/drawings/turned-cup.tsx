import { Drawing, type DrawingProps } from "./drawing";

/** One cup, turned over: there is nothing in it, and nothing will be. */
export function TurnedCup(props: DrawingProps) {
  const handle = "M117 118c22-2 28-14 25-28-3-12-16-14-30-11";
  return (
    <Drawing {...props}>
      <path d={handle} fill="none" strokeWidth="8" />
      <path d={handle} fill="none" stroke="var(--color-cup-wall)" strokeWidth="4.8" />
      <path d="M57 76v-8h46v8Z" />
      <path d="M25 150c0-34 6-62 32-74h46c26 12 32 40 32 74Z" />
      <path d="M25 142h110" strokeWidth="1.1" />
    </Drawing>
  );
}
