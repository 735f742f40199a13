import { buttonLook } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";
import type { Metadata } from "next";
import Link from "next/link";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  const toStart = (
    <Link href="/" className={buttonLook({ size: "large" })}>
      To the queue
    </Link>
  );
  return (
    <StatePage title="There is nothing on this counter." action={toStart}>
      <p>The address leads nowhere. The queue is one step back.</p>
    </StatePage>
  );
}
