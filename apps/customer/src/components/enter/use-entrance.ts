"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { isPassing } from "@serverlesspresso/client/network-error";
import { useRedeemCode } from "@serverlesspresso/client/use-redeem-code";
import { AppError } from "@serverlesspresso/contracts/error";
import { afterPaint } from "@serverlesspresso/ui/after-paint";
import { startTransition, useEffect, useRef, useState } from "react";
import { useShopRouter } from "../page/shop-link";
import { forgetCode, keepCode, keepCodeOfAddress, readKeptCode } from "./kept-code";

interface Attempt {
  /** What is being redeemed, or waits for somebody to sign in. */
  code: string | null;
  /** The last code that was tried. */
  tried: string;
  /** Why that one let nobody in. */
  error: Error | null;
}

const none: Attempt = { code: null, tried: "", error: null };

/** Keeps a code until the person is signed in, redeems it once, and opens the order that it gives. */
export function useEntrance() {
  const eventId = useEventId();
  const router = useShopRouter();
  const signedIn = useSession() !== null;
  const redeem = useRedeemCode();
  const redeemed = useRef<string | null>(null);
  const [{ code, tried, error }, setAttempt] = useState<Attempt>(() => {
    keepCodeOfAddress(eventId);
    return { ...none, code: readKeptCode(eventId) };
  });

  // Whose sign-in has just ended is led to sign in: that is no refusal.
  const opening = code !== null || (!signedIn && isSignedOut(error));

  useEffect(() => {
    if (!opening) return;
    if (!signedIn) return void afterPaint().then(() => router.replace("/sign-in"));
    if (code === null || redeemed.current === code) return;
    redeemed.current = code;
    redeem(code)
      .then(({ orderId }) => {
        forgetCode(eventId);
        router.replace(`/order?id=${encodeURIComponent(orderId)}`);
      })
      .catch((refusal) => {
        if (!isKept(refusal)) forgetCode(eventId);
        redeemed.current = null;
        // At once with its end: the box for a code never stands between.
        setAttempt({ code: null, tried: code, error: refusal });
      });
  }, [opening, code, signedIn, eventId, redeem, router]);

  return {
    opening,
    error,
    tried,
    enter(entered: string): void {
      keepCode(eventId, entered);
      // The button answers the tap by its look; the page that takes this one's place is drawn after that.
      startTransition(() => setAttempt({ ...none, code: entered }));
    },
    /** Tries the code again that was kept. */
    retry(): void {
      setAttempt({ ...none, code: readKeptCode(eventId) });
    },
    /** Back to the box. */
    startAgain(): void {
      forgetCode(eventId);
      setAttempt(none);
    },
  };
}

/** Whether the same code may still be good: nobody looked at it, or nobody was signed in. */
function isKept(error: unknown): boolean {
  return isPassing(error) || isSignedOut(error);
}

function isSignedOut(error: unknown): boolean {
  return error instanceof AppError && error.code === "unauthenticated";
}
