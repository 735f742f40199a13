/** Moves the page to a part of it, so that the eye follows; at once for whoever wants things to be still. */
export function slideTo(element: HTMLElement | null): void {
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element?.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}
