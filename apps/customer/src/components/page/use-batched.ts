"use client";

import { useEffect, useRef, useState } from "react";

/** A text that changes at most so often: what is read out must not follow every figure on the screen. */
export function useBatched(text: string, everyMs: number): string {
  const [told, setTold] = useState(text);
  const toldAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (text === told) return;
    const tell = () => {
      toldAt.current = Date.now();
      setTold(text);
    };
    const timer = setTimeout(tell, Math.max(0, toldAt.current + everyMs - Date.now()));
    return () => clearTimeout(timer);
  }, [text, told, everyMs]);

  return told;
}
