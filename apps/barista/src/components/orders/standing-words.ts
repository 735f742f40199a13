import type { FoundOrder } from "@serverlesspresso/contracts/found-orders";
import { endingWords } from "../numbers/ending-words";

type Standing = Pick<FoundOrder, "state" | "cause" | "baristaName" | "submittedAt">;

/** Where an order stands, or how it ended, in a few words. */
export function standingWords({ state, cause, baristaName, submittedAt }: Standing): string {
  switch (state) {
    case "REQUESTED":
    case "CREATED":
      return "Being chosen";
    case "SUBMITTED":
      return "In the queue";
    case "MAKING":
      return baristaName === null ? "Being made" : `${baristaName} makes it`;
    case "COMPLETED":
      return "Ready on the counter";
    case "COLLECTED":
      return "Collected";
    case "CANCELLED":
    case "EXPIRED":
      if (cause === null) return "Cancelled";
      return endingWords({ cause, submitted: submittedAt !== null, reason: null });
  }
}
