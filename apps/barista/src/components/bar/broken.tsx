import { Button } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";
import { useEffect } from "react";

const againEveryMs = 5_000;

/** Shows the newest version of the page, if it is to be had: offline the browser would show a page of its own. */
async function reloadIfReachable(): Promise<void> {
  const answer = await fetch("/config.json", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) window.location.reload();
}

/** A page that broke, or a part of it that could not be fetched: it comes back by itself. */
export function Broken() {
  useEffect(() => {
    const again = setInterval(() => void reloadIfReachable(), againEveryMs);
    return () => clearInterval(again);
  }, []);
  return (
    <StatePage
      title="This page spilt something."
      action={
        <Button size="large" onClick={() => void reloadIfReachable()}>
          Try now
        </Button>
      }
    >
      <p>Every order is safe, and what you tapped is kept here. The page comes back by itself.</p>
    </StatePage>
  );
}
