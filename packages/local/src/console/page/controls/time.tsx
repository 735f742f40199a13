const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

/** A time of day to the millisecond, with the date where it is not today. @param at ms since the epoch */
export function Time({ at }: { at: number }) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return (
    <time class="time" dateTime={date.toISOString()} title={date.toISOString()}>
      {isToday ? "" : `${day.format(date)} `}
      {clock.format(date)}
      <span class="faint">.{String(date.getMilliseconds()).padStart(3, "0")}</span>
    </time>
  );
}

/** `850 ms`, `12.4 s`, `3 min 5 s`, `2 h 10 min` */
export function durationText(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}
