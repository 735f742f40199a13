"use client";

import { store } from "@serverlesspresso/client/storage";
import type { Order } from "@serverlesspresso/contracts/order";
import { useEffect, useState } from "react";

const keyOf = (order: Order) => `serverlesspresso.begun.${order.id}`;

/** Whether an order waits again that was seen here while somebody made it; kept over a reload. */
export function useBegun(order: Order): boolean {
  const key = keyOf(order);
  const [seen, setSeen] = useState(() => sessionStorage.getItem(key) !== null);
  const isMade = order.state === "MAKING";

  useEffect(() => {
    if (!isMade) return;
    store(sessionStorage, key, "seen");
    setSeen(true);
  }, [isMade, key]);

  return seen && order.state === "SUBMITTED";
}
