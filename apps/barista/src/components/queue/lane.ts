import type { Drink } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import type { Viewer } from "../bar/viewer";
import type { TicketCommand } from "./ticket-actions";
import type { Undoable } from "./undo";

/** What the rail and the counter have in common. Each stays the same until it changes. */
export interface Lane {
  tickets: readonly Ticket[];
  /** What has just left this lane and can be called back. */
  undoables: readonly Undoable[];
  drinks: ReadonlyMap<string, Drink>;
  viewer: Viewer;
  stale: boolean;
  /** Show the keys that choose. */
  showsKeys: boolean;
  onCommand(ticket: Ticket, command: TicketCommand): void;
  onUndo(undoable: Undoable): void;
}
