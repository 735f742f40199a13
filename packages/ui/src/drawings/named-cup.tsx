import { Drawing, type DrawingProps } from "./drawing";

/** A paper cup with somebody's name on it, in a hurried hand. */
export function NamedCup(props: DrawingProps) {
  return (
    <Drawing {...props}>
      <path d="M40 42h80l-12 108H52Z" />
      <path d="M44 78h72l-5.2 46H49.2Z" fill="var(--color-cup-inside)" />
      <path d="M36 34q0-4 4-4h80q4 0 4 4v4q0 4-4 4H40q-4 0-4-4Z" />
      <path d="M46 30q1-9 7-9h54q6 0 7 9Z" />
      <path
        d="M60 104c3-10 6-13 8-12s-1 15 2 15 4-11 7-11 1 10 4 10 3-16 6-16 0 15 4 15 4-8 8-7"
        fill="none"
        stroke="var(--color-copper)"
        strokeWidth="2.6"
      />
    </Drawing>
  );
}
