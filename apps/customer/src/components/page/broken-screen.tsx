"use client";

import { Button } from "@serverlesspresso/ui/button";
import { useEffect, useRef } from "react";
import { lastNumber } from "./last-number";
import { MessagePage } from "./message-page";
import { Picture } from "./picture";
import { isMissingPart, reloadIfReachable } from "./recover";
import { useBackOnline } from "./use-back-online";

interface BrokenScreenProps {
  error: Error;
  /** Shows the page again as if nothing had happened. */
  onRetry(): void;
}

/** When this page was last tried again without loading it anew. */
let retriedAt = Number.NEGATIVE_INFINITY;
const soonMs = 10_000;

/** A page that broke: what was ordered is safe, and there is always a way on. */
export function BrokenScreen({ error, onRetry }: BrokenScreenProps) {
  const missing = isMissingPart(error);
  useReloadOnce(missing);
  useBackOnline(missing ? () => void reloadIfReachable() : null);
  const number = lastNumber();

  function tryAgain(): void {
    const brokeAgain = Date.now() - retriedAt < soonMs;
    retriedAt = Date.now();
    if (missing || brokeAgain) window.location.reload();
    else onRetry();
  }

  return (
    <MessagePage
      title={missing ? "A part of this page is missing" : "This page spilt something"}
      tab={number === null ? "One moment" : `${number}: one moment`}
      drawing={<Picture of={missing ? "unplugged" : "spilt cup"} />}
      action={
        <Button size="large" onClick={tryAgain}>
          {missing ? "Fetch it again" : "Wipe and try again"}
        </Button>
      }
    >
      {number === null
        ? "Whatever you have ordered is safe at the bar."
        : `Your order is safe at the bar, as number ${number}.`}
    </MessagePage>
  );
}

/** A newer version of the app has other parts: it is loaded by itself. */
function useReloadOnce(missing: boolean): void {
  const done = useRef(false);
  useEffect(() => {
    if (!missing || done.current) return;
    done.current = true;
    void reloadIfReachable();
  }, [missing]);
}
