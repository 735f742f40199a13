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
      return baristaName === null ? "Ready on the counter" : `Ready, made by ${baristaName}`;
    case "COLLECTED":
      return baristaName === null ? "Collected" : `Collected, made by ${baristaName}`;
    case "CANCELLED":
    case "EXPIRED":
      if (cause === null) return "Cancelled";
      return endingWords({ cause, submitted: submittedAt !== null, reason: null });
  }
}
