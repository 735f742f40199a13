import type { Action } from "../live/use-action";

/** What came of an action; spoken when it changes. */
export function Outcome({ action }: { action: Action }) {
  const { outcome } = action;
  return (
    <p class={outcome?.good === false ? "outcome bad" : "outcome"} role="status">
      {outcome?.text}
    </p>
  );
}

/** Stands where there is nothing yet: while it loads, where it failed, where there is none. */
export function Instead({
  problem,
  loading,
  none,
}: {
  problem?: string | undefined;
  loading: boolean;
  none: string;
}) {
  if (problem !== undefined) return <p class="instead bad">{problem}</p>;
  return <p class="instead">{loading ? "Loading…" : none}</p>;
}
