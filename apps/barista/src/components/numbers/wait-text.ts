/** A wait as minutes and seconds, `3:05`; a dash where nobody had one. */
export function waitText(seconds: number | null): string {
  if (seconds === null) return "–";
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The same for who hears it: `3 minutes 5 seconds`. */
export function spokenWait(seconds: number | null): string {
  if (seconds === null) return "nobody yet";
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [
    ...(minutes > 0 ? [counted(minutes, "minute")] : []),
    ...(rest > 0 || minutes === 0 ? [counted(rest, "second")] : []),
  ];
  return parts.join(" ");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
