const watchEveryMs = 1_000;
/** A page whose timers were away for this long has slept, whatever its browser tells. */
const sleptMs = 5_000;

/** Calls back when the page may have missed something: it slept, was hidden, or had no network. */
export function onReturn(back: (reason: "online" | "awake") => void): () => void {
  const online = () => back("online");
  const awake = () => {
    if (document.visibilityState === "visible") back("awake");
  };
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) back("awake");
  };
  let seenAt = Date.now();
  const watch = setInterval(() => {
    const away = Date.now() - seenAt;
    seenAt = Date.now();
    if (away > sleptMs) awake();
  }, watchEveryMs);
  window.addEventListener("online", online);
  window.addEventListener("pageshow", restored);
  document.addEventListener("visibilitychange", awake);
  // A frozen page is told so where there is a page lifecycle.
  document.addEventListener("resume", awake);
  return () => {
    clearInterval(watch);
    window.removeEventListener("online", online);
    window.removeEventListener("pageshow", restored);
    document.removeEventListener("visibilitychange", awake);
    document.removeEventListener("resume", awake);
  };
}
