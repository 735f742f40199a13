import { Drawing, type DrawingProps } from "./drawing";

/** The letters have to stay within the card. */
const widest = 76;
const largest = 30;

/** A card that stands on the counter and says a word or a time. */
export function CounterSign({ text, ...props }: DrawingProps & { text: string }) {
  const size = Math.min(largest, (widest / text.length) * 1.75);
  return (
    <Drawing {...props}>
      <path d="M122 66l20 84h-14Z" fill="var(--color-cup-inside)" />
      <path d="M34 66q-.2-4 3.8-4h80.4q4 0 4.3 4l5.5 84H28Z" />
      <path d="M40.5 69h75l4.6 74H35.7Z" fill="none" strokeWidth="1.1" />
      <text
        x="78"
        y={106 + size * 0.35}
        textAnchor="middle"
        fontSize={size}
        fontWeight="700"
        stroke="none"
        fill="var(--color-cup-espresso)"
        className="font-display"
        // A drawing is scaled: its letters would be cut for the size they have before that.
        style={{ fontVariationSettings: '"opsz" 48' }}
      >
        {text}
      </text>
    </Drawing>
  );
}
