"use client";

import { useEffect, useRef } from "react";

/** Calls back when the phone says that it is online again; never, with null. */
export function useBackOnline(back: (() => void) | null): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    const onOnline = () => latest.current?.();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, []);
}
