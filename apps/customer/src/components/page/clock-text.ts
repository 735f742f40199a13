/** An instant as the clock on the wall shows it, for example 08:14. */
export function clockText(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** An instant as a day and a clock time, for example "Sun 22 Nov, 08:14". */
export function dayText(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(iso));
}
