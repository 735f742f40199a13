const shortSeconds = 120;

/** Whether it is time to say that the time ends. */
export function isShort(seconds: number): boolean {
  return seconds < shortSeconds;
}

/** Seconds left to choose, in words that do not hurry: whole minutes, and seconds only at the end. */
export function leftText(seconds: number): string {
  if (seconds === 0) return "Your place is about to be given back";
  if (!isShort(seconds)) return `Your place is kept for ${Math.ceil(seconds / 60)} minutes`;
  const rest = String(seconds % 60).padStart(2, "0");
  return `Your place is kept for ${Math.floor(seconds / 60)}:${rest}`;
}

/** What is read out once when the time becomes short. */
export function warningText(extensionsLeft: number): string {
  const less = "Your place is kept for less than two minutes.";
  return extensionsLeft > 0 ? `${less} You can ask for more time.` : `${less} Please choose.`;
}
