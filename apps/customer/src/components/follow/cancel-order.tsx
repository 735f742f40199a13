"use client";

import { useOrderCommand } from "@serverlesspresso/client/mutations";
import type { Order } from "@serverlesspresso/contracts/order";
import { cancellableByOwner } from "@serverlesspresso/contracts/order-state";
import { Button } from "@serverlesspresso/ui/button";
import { useState } from "react";
import { useFetched } from "../page/use-fetched";

const loadDialog = () => import("./cancel-dialog").then((module) => module.CancelDialog);

interface CancelOrderProps {
  order: Order;
  /** Its name within a sentence; null before a drink was chosen. */
  drinkName: string | null;
}

/** Cancels after a question, until the drink is being made. */
export function CancelOrder({ order, drinkName }: CancelOrderProps) {
  return cancellableByOwner.includes(order.state) ? <Cancel order={order} drinkName={drinkName} /> : null;
}

function Cancel({ order, drinkName }: CancelOrderProps) {
  const [CancelDialog, fetchDialog] = useFetched(loadDialog);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const cancel = useOrderCommand("cancel", {
    onRefused: (refusal) => {
      setRefused(
        refusal.name === "NetworkError" ? "Not cancelled: no connection. Try again." : refusal.message,
      );
    },
  });

  async function ask(): Promise<void> {
    setRefused(null);
    if (CancelDialog || (await fetchDialog())) setAsking(true);
    else setRefused("No connection: nothing can be cancelled just now.");
  }

  return (
    <div>
      <Button variant="plain" className="-mx-4" onClick={() => void ask()} aria-disabled={cancel.isPending}>
        {cancel.isPending ? "Cancelling…" : "Cancel order"}
      </Button>
      {refused && (
        <p role="alert" className="text-late text-note">
          {refused}
        </p>
      )}
      {CancelDialog && (
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
