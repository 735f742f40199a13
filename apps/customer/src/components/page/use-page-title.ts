"use client";

import { useEffect } from "react";

const product = "Serverlesspresso";

/** The tab says where things stand. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [title]);
}
