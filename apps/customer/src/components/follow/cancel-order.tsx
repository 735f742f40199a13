"use client";

import { useOrderCommand } from "@serverlesspresso/client/mutations";
import { isPassing } from "@serverlesspresso/client/network-error";
import type { Refusal } from "@serverlesspresso/client/order-command";
import { AppError } from "@serverlesspresso/contracts/error";
import type { Order } from "@serverlesspresso/contracts/order";
import { cancellableByOwner, type OrderState } from "@serverlesspresso/contracts/order-state";
import { afterPaint } from "@serverlesspresso/ui/after-paint";
import { Button } from "@serverlesspresso/ui/button";
import { useEffect, useRef, useState } from "react";
import { useFetched } from "../page/use-fetched";

const loadDialog = () => import("./cancel-dialog").then((module) => module.CancelDialog);

interface CancelOrderProps {
  order: Order;
  /** Its name within a sentence; null before a drink was chosen. */
  drinkName: string | null;
}

/** Why nothing was cancelled, told while the order stands as it did then. */
interface Refused {
  why: string;
  state: OrderState;
}

/** The question that goes before it. */
type Question = "none" | "coming" | "asked";

/** Cancels after a question, until the drink is being made; says so to whoever asks a moment too late. */
export function CancelOrder({ order, drinkName }: CancelOrderProps) {
  const [CancelDialog, fetchDialog] = useFetched(loadDialog);
  const [question, setQuestion] = useState<Question>("none");
  const [refused, setRefused] = useState<Refused | null>(null);
  const cancel = useOrderCommand("cancel", {
    onRefused: (refusal) => setRefused(refusedAs(refusal, order.state)),
  });
  const canCancel = cancellableByOwner.includes(order.state);
  // Somebody has begun it: the question goes, and must not come back by itself.
  if (question !== "none" && !canCancel) {
    setQuestion("none");
    setRefused({ why: tooLate(order.state), state: order.state });
  }

  const isFetched = question !== "coming" || CancelDialog !== null;
  const label = cancel.isPending ? "Cancelling…" : isFetched ? "Cancel order" : "One moment…";
  const word = useRef<HTMLParagraphElement>(null);
  // The button that was stood on, or the question, may have gone with the state: the focus stays here.
  useEffect(() => {
    if (refused === null) return;
    void afterPaint().then(() => {
      if (document.activeElement === document.body) word.current?.focus({ preventScroll: true });
    });
  }, [refused]);

  async function ask(): Promise<void> {
    setRefused(null);
    // The button answers the tap by its look, then the question comes.
    setQuestion("coming");
    await afterPaint();
    if (CancelDialog || (await fetchDialog())) return setQuestion("asked");
    setQuestion("none");
    setRefused({ why: "No connection: nothing can be cancelled just now.", state: order.state });
  }

  return (
    <div>
      {canCancel && (
        <Button
          variant="plain"
          className="-mx-4"
          // By key it can be reached while it is under way.
          onClick={cancel.isPending ? undefined : () => void ask()}
          aria-disabled={cancel.isPending}
          aria-expanded={question !== "none"}
          aria-haspopup="dialog"
        >
          {label}
        </Button>
      )}
      {refused?.state === order.state && (
        <p ref={word} role="alert" tabIndex={-1} className="text-late text-note">
          {refused.why}
        </p>
      )}
      {canCancel && CancelDialog && (
        <CancelDialog
          open={question === "asked"}
          title={drinkName ? `Cancel your ${drinkName}?` : "Give your place back?"}
          // Its buttons, too, answer by their look.
          onClose={() => void afterPaint().then(() => setQuestion("none"))}
          onCancelOrder={() =>
            void afterPaint().then(() => {
              setQuestion("none");
              cancel.run(order);
            })
          }
        />
      )}
    </div>
  );
}

function refusedAs(refusal: Refusal, state: OrderState): Refused {
  if (isPassing(refusal)) return { why: "The bar has not answered yet. Try again.", state };
  const standing = refusal instanceof AppError ? refusal.order?.state : undefined;
  if (standing === undefined) return { why: refusal.message, state };
  return { why: tooLate(standing), state: standing };
}

function tooLate(state: OrderState): string {
  return `Too late to cancel: ${state === "MAKING" ? "it is being made" : "it has been made"}.`;
}
