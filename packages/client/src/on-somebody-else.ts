import type { SessionClient } from "./session";

/** Calls back when somebody else has signed in, or somebody out, here or in another tab; answers how to stop. */
export function onSomebodyElse(
  session: Pick<SessionClient, "current" | "subscribe">,
  changed: () => void,
): () => void {
  let sub = session.current()?.sub;
  return session.subscribe(() => {
    const next = session.current()?.sub;
    if (next === sub) return;
    sub = next;
    changed();
  });
}
