import { store, stored } from "@serverlesspresso/client/storage";
import { Button } from "@serverlesspresso/ui/button";
import { StatePage } from "@serverlesspresso/ui/state-page";
import { useEffect } from "react";

const lookEveryMs = 5_000;
/** What breaks anew at once is left to whoever stands here. */
const againAfterMs = 60_000;
const reloadedAtKey = "serverlesspresso.reloaded-at";

/** Shows the newest version of the page, if it is to be had: offline the browser would show a page of its own. */
async function reloadIfReachable(): Promise<void> {
  const answer = await fetch("/config.json", { cache: "no-store" }).catch(() => null);
  if (!answer?.ok) return;
  store(sessionStorage, reloadedAtKey, String(Date.now()));
  window.location.reload();
}

async function reloadByItself(): Promise<void> {
  const reloadedAt = Number(stored(sessionStorage, reloadedAtKey) ?? 0);
  if (Date.now() - reloadedAt > againAfterMs) await reloadIfReachable();
}

/** A page that broke, or a part of it that could not be fetched: it comes back by itself. */
export function Broken() {
  useEffect(() => {
    const again = setInterval(() => void reloadByItself(), lookEveryMs);
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
