/** Drawn on 16 × 16, in the text's colour. */
const paths = {
  events: "M2.5 8h3l2-4.5 2.5 9 2-4.5h1.5",
  rules: "M2.5 3.5h11L9.5 8.5v4l-3-1.5v-2.5z",
  executions: "M4.5 2.5v11M4.5 5.5h4a3 3 0 0 1 3 3v5M2.5 4.5l2-2 2 2M9.5 11.5l2 2 2-2",
  timeline: "M4 2.5v11M4 4.5h8M4 8h5M4 11.5h7",
  tables: "M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6",
  logs: "M3 4h10M3 7h7M3 10h9M3 13h5",
  queues: "M2.5 4.5h11M2.5 8h11M2.5 11.5h6M10.5 11.5l1.5 1.5 2.5-3",
  codes: "M2.5 4.5h11v7.5h-11zM2.5 5l5.5 4 5.5-4",
  check: "M3 8.5l3.5 3.5L13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  play: "M5 3.5l7 4.5-7 4.5z",
  clock: "M8 4.5V8l2.5 1.5M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
} as const;
export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
