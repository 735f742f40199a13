"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { queueQuery } from "@serverlesspresso/client/queue-queries";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

/** However busy the bar is, what is counted or listed of its day is read anew no more often than so. */
const calmMs = 3_000;

/**
 * Reads something anew, while `active`, a little after orders of the queue have moved. An answer that is on its way is
 * waited for: on a slow network there would never be one.
 */
export function useCalmRefetch(
  active: boolean,
  refetch: (options: { cancelRefetch: false }) => unknown,
): void {
  const moved = useQueueMoves();
  const known = useRef<string | null>(null);
  const latest = useRef(refetch);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    latest.current = refetch;
  });

  useEffect(() => {
    if (moved === null) return;
    const isFirst = known.current === null;
    known.current = moved;
    // What moves until the timer rings is read with the rest.
    if (isFirst || !active || timer.current !== undefined) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      latest.current({ cancelRefetch: false });
    }, calmMs);
  }, [active, moved]);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}

/** Another text whenever an order of the queue has moved; null until the queue is there. */
function useQueueMoves(): string | null {
  const { data } = useQuery(queueQuery(useApi()));
  return data === undefined ? null : data.map(({ id, version }) => `${id} ${version}`).join();
}
