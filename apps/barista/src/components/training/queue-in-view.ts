import type { Ticket } from "@serverlesspresso/contracts/order";
import type { QueueView } from "@serverlesspresso/simulator/bar";
import { Bell } from "@serverlesspresso/simulator/bell";

/** The queue for robots: what the screen shows. */
export class QueueInView implements QueueView {
  readonly changes = new Bell();
  #shown: readonly Ticket[] = [];

  tickets(): readonly Ticket[] {
    return this.#shown;
  }

  show(tickets: readonly Ticket[]): void {
    this.#shown = tickets;
    this.changes.ring();
  }
}
