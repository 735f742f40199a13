/** A path of this app to come back to; anything else leads to the start. */
export function nextOf(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : "/";
}
