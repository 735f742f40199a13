"use client";

import { useEventId, useSession } from "@serverlesspresso/client/client-context";
import { isPassing } from "@serverlesspresso/client/network-error";
import { useRedeemCode } from "@serverlesspresso/client/use-redeem-code";
import { AppError } from "@serverlesspresso/contracts/error";
import { useEffect, useRef, useState } from "react";
import { useShopRouter } from "../page/shop-link";
import { forgetCode, keepCode, keepCodeOfAddress, readKeptCode } from "./kept-code";

/** Keeps a code until the person is signed in, redeems it once, and opens the order that it gives. */
export function useEntrance() {
  const eventId = useEventId();
  const router = useShopRouter();
  const signedIn = useSession() !== null;
  const { mutateAsync: redeem, error, variables, reset } = useRedeemCode();
  const redeemed = useRef<string | null>(null);
  const [code, setCode] = useState<string | null>(() => {
    keepCodeOfAddress(eventId);
    return readKeptCode(eventId);
  });

  useEffect(() => {
    if (code === null) return;
    if (!signedIn) return router.replace("/sign-in");
    if (redeemed.current === code) return;
    redeemed.current = code;
    redeem(code)
      .then(({ orderId }) => {
        forgetCode(eventId);
        router.replace(`/order?id=${encodeURIComponent(orderId)}`);
      })
      .catch((refusal) => {
        if (!isKept(refusal)) forgetCode(eventId);
        redeemed.current = null;
        setCode(null);
      });
  }, [code, signedIn, eventId, redeem, router]);

  return {
    opening: code !== null,
    /** Why the last code let nobody in. */
    error,
    /** The last code that was tried. */
    tried: variables ?? "",
    enter(entered: string): void {
      keepCode(eventId, entered);
      setCode(entered);
    },
    /** Tries the code again that was kept. */
    retry(): void {
      const kept = readKeptCode(eventId);
      if (kept === null) reset();
      setCode(kept);
    },
    /** Back to the box. */
    startAgain(): void {
      forgetCode(eventId);
      reset();
    },
  };
}

/** Whether the same code may still be good: nobody looked at it, or nobody was signed in. */
function isKept(error: unknown): boolean {
  return isPassing(error) || (error instanceof AppError && error.code === "unauthenticated");
}
