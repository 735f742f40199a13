"use client";

import { useApi } from "@serverlesspresso/client/client-context";
import { shopQuery } from "@serverlesspresso/client/queries";
import { Cup } from "@serverlesspresso/ui/cup";
import { EmptyState } from "@serverlesspresso/ui/empty-state";
import { useQuery } from "@tanstack/react-query";

/** A shop without staff: only its first manager sees it, and soon no more. */
export function NobodyYet() {
  const drink = useQuery(shopQuery(useApi())).data?.menu.drinks[0];
  return (
    <EmptyState drawing={drink && <Cup drink={drink} size={180} fill={0} />} title="Nobody works here yet">
      <p>Whoever you add stands in this list at once.</p>
    </EmptyState>
  );
}
