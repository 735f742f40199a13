import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { problemOf } from "../aws/call";

export interface Polled<Value> {
  /** The newest answer for these `keys`; undefined before the first. */
  readonly value: Value | undefined;
  readonly problem: string | undefined;
  /** Asks again at once. */
  readonly refresh: () => void;
}

/**
 * Asks again and again while the page can be seen.
 * @param keys what the answer depends on: others begin anew
 * @param everyMs 0 asks only once
 */
export function usePolled<Value>(
  load: () => Promise<Value>,
  keys: readonly unknown[],
  everyMs = 2000,
): Polled<Value> {
  const [state, setState] = useState<{ key: string; value?: Value; problem?: string }>({ key: "" });
  const [turn, setTurn] = useState(0);
  const newest = useRef(load);
  newest.current = load;
  const key = JSON.stringify(keys);
  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      if (isCurrent && everyMs > 0) timer = setTimeout(ask, everyMs);
    };
    const ask = async () => {
      if (document.visibilityState === "hidden") return again();
      try {
        const value = await newest.current();
        if (isCurrent) setState({ key, value });
      } catch (cause) {
        const problem = problemOf(cause);
        if (isCurrent) setState((before) => ({ ...(before.key === key ? before : { key }), problem }));
      }
      again();
    };
    void ask();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key, everyMs, turn]);
  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  const isOurs = state.key === key;
  return { value: isOurs ? state.value : undefined, problem: isOurs ? state.problem : undefined, refresh };
}
