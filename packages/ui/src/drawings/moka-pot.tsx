import { Drawing, type DrawingProps } from "./drawing";

/** A moka pot on its way: it takes a moment. */
export function MokaPot(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path
        d="M105 62h19c5 0 7.5 3 6.5 8l-6 30c-.8 4-3 5.5-6.5 5.5s-5-3-4.2-6.5l4.7-23c.4-2-.5-3-2.5-3h-11Z"
        fill="var(--color-cup-edge)"
      />
      <path d="M53 150 59 105h42l6 45Z" />
      <path d="M70 105 67 150M90 105l3 45" strokeWidth="1.1" />
      <path d="M59 97 52 58l-13-5 8 20 9.5 24Z" fill="var(--color-cup-inside)" />
      <path d="M59 97 52 58h56l-7 39Z" />
      <path d="M70 97 67.5 58M90 97l2.5-39" strokeWidth="1.1" />
      <rect x="56" y="97" width="48" height="8" rx="2.5" fill="var(--color-copper)" />
      <path d="M52 58c0-6 8-11 28-11s28 5 28 11Z" />
      <circle cx="80" cy="41.5" r="5" fill="var(--color-cup-edge)" />
      <path
        d="M33 44c-5-6 4-10-1-16s4-10-1-16"
        fill="none"
        stroke="currentColor"
        strokeOpacity="0.4"
        strokeWidth="2.6"
      />
    </Drawing>
  );
}
