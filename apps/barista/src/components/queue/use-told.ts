"use client";

import { useCallback, useState } from "react";
import type { Notice } from "../bar/notices";

interface Told {
  notices: readonly Notice[];
  tell(text: string): void;
  dismiss(id: string): void;
}

/** Sentences for the barista, one after the other. */
export function useTold(): Told {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const tell = useCallback((text: string) => {
    setNotices((before) => [...before, { id: `${Date.now()} ${before.length}`, text }]);
  }, []);
  const dismiss = useCallback((id: string) => {
    setNotices((before) => before.filter((notice) => notice.id !== id));
  }, []);
  return { notices, tell, dismiss };
}
