"use client";

import { buttonLook } from "@serverlesspresso/ui/button";
import Link from "next/link";
import { Offline } from "./offline";
import { useShopPath } from "./use-shop-path";

/** A page that cannot be read while the queue, as it was last told of, still can. */
export function PageOffline({ onRetry }: { onRetry(): Promise<unknown> }) {
  const queue = useShopPath("/");
  return (
    <Offline onRetry={onRetry}>
      <Link href={queue} className={buttonLook({ variant: "outline", size: "large" })}>
        To the queue
      </Link>
    </Offline>
  );
}
