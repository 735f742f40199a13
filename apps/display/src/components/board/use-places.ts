"use client";

import type { BoardOrder } from "@serverlesspresso/contracts/order";
import { useState } from "react";
import { type Places, placesAfter } from "./places";

/** The orders in places that they keep while their neighbours come and go; null is a free place. */
export function usePlaces(
  orders: readonly BoardOrder[],
  pagesFor: (count: number) => number,
): readonly (BoardOrder | null)[] {
  const [kept, setKept] = useState<Places>([]);
  const places = placesAfter(
    kept,
    orders.map(({ id }) => id),
    pagesFor,
  );
  // Where things stood is remembered from one rendering to the next.
  if (places.join() !== kept.join()) setKept(places);
  const byId = new Map(orders.map((order) => [order.id, order]));
  return places.map((id) => (id === null ? null : (byId.get(id) ?? null)));
}
