import type { Ticket } from "@serverlesspresso/contracts/order";
import type { BaristaApi } from "@serverlesspresso/simulator/bar";

const robot = { baristaUserId: "robot", baristaName: "The robot" } as const;

/** What a robot works on under the name of whoever lets it work. */
export class RobotHands {
  readonly #held = new Set<string>();

  /** The API for the robot: what it takes it holds until it is ready, or until the shop did not do what it asked. */
  apiFor(api: BaristaApi): BaristaApi {
    return {
      commandOrder: async (id, command, ...rest) => {
        if (command === "make" || command === "recall") this.#held.add(id);
        try {
          const order = await api.commandOrder(id, command, ...rest);
          if (command === "complete") this.#held.delete(id);
          return order;
        } catch (error) {
          this.#held.delete(id);
          throw error;
        }
      },
    };
  }

  /** The tickets with the robot's name on what it holds. */
  nameIn(tickets: Ticket[]): Ticket[] {
    if (this.#held.size === 0) return tickets;
    return tickets.map((ticket) =>
      ticket.state === "MAKING" && this.#held.has(ticket.id) ? { ...ticket, ...robot } : ticket,
    );
  }
}
