/** Seconds left to choose, in words that do not hurry: whole minutes, and seconds only at the end. */
export function leftText(seconds: number): string {
  if (seconds === 0) return "Your place is about to be given back";
  if (seconds >= 120) return `Your place is kept for ${Math.ceil(seconds / 60)} minutes`;
  const rest = String(seconds % 60).padStart(2, "0");
  return `Your place is kept for ${Math.floor(seconds / 60)}:${rest}`;
}
