"use client";

import { useOrderCommand } from "@serverlesspresso/client/mutations";
import type { Order } from "@serverlesspresso/contracts/order";
import { cancellableByOwner } from "@serverlesspresso/contracts/order-state";
import { Button } from "@serverlesspresso/ui/button";
import dynamic from "next/dynamic";
import { useState } from "react";

const CancelDialog = dynamic(() => import("./cancel-dialog").then((module) => module.CancelDialog));

interface CancelOrderProps {
  order: Order;
  /** Its name within a sentence; null before a drink was chosen. */
  drinkName: string | null;
}

/** Cancels after a question, until the drink is being made. */
export function CancelOrder({ order, drinkName }: CancelOrderProps) {
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const cancel = useOrderCommand("cancel", {
    onRefused: (refusal) => {
      setRefused(
        refusal.name === "NetworkError" ? "Not cancelled: no connection. Try again." : refusal.message,
      );
    },
  });
  if (!cancellableByOwner.includes(order.state)) return null;

  function ask(): void {
    setAsked(true);
    setAsking(true);
    setRefused(null);
  }

  return (
    <div>
      <Button variant="plain" className="-mx-4" onClick={ask} aria-disabled={cancel.isPending}>
        {cancel.isPending ? "Cancelling…" : "Cancel order"}
      </Button>
      {refused && (
        <p role="alert" className="text-late text-note">
          {refused}
        </p>
      )}
      {asked && (
        <CancelDialog
          open={asking}
          title={drinkName ? `Cancel your ${drinkName}?` : "Give your place back?"}
          onClose={() => setAsking(false)}
          onCancelOrder={() => {
            setAsking(false);
            cancel.run(order);
          }}
        />
      )}
    </div>
  );
}
