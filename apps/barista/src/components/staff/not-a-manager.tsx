"use client";

import { buttonLook } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";
import Link from "next/link";
import { useShopPath } from "../bar/use-shop-path";

/** A barista at the manager's page. */
export function NotAManager() {
  const queue = useShopPath("/");
  const toQueue = (
    <Link href={queue} className={buttonLook({ size: "large" })}>
      To the queue
    </Link>
  );
  return (
    <StatePage title="The managers look after the staff." action={toQueue}>
      <p>Ask one of them if somebody is missing here, or should not be.</p>
    </StatePage>
  );
}
