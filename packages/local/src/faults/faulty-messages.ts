import type { Faults } from "./faults";

/** How often one subscriber of a live channel is handed a message. */
export function copiesOf(event: string, faults: Faults): number {
  if (!faults.concern("appsync")) return 1;
  switch (faults.strike({ service: "appsync", operation: "Data", text: () => event })?.mode) {
    case "lose":
      return 0;
    case "twice":
      return 2;
    default:
      return 1;
  }
}
