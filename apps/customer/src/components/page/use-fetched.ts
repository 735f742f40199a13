"use client";

import { onceIdle } from "@serverlesspresso/ui/once-idle";
import { type ComponentType, useCallback, useEffect, useState } from "react";

/**
 * A component that is fetched when the page has nothing else to do, so that it is there without a network
 * too. Null until then; `fetch` fetches it now and answers whether it is there.
 */
export function useFetched<Props>(
  load: () => Promise<ComponentType<Props>>,
): [ComponentType<Props> | null, () => Promise<boolean>] {
  const [component, setComponent] = useState<ComponentType<Props> | null>(null);

  const fetch = useCallback(async () => {
    try {
      const loaded = await load();
      setComponent(() => loaded);
      return true;
    } catch {
      return false;
    }
  }, [load]);

  useEffect(() => onceIdle(() => void fetch()), [fetch]);

  return [component, fetch];
}
