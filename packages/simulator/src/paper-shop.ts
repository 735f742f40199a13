import { AppError } from "@serverlesspresso/contracts/error";
import type { OrderChanged } from "@serverlesspresso/contracts/event";
import type { Line } from "@serverlesspresso/contracts/line";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import type { Ticket } from "@serverlesspresso/contracts/order";
import { canMove, isFinal, moves, type OrderMove } from "@serverlesspresso/contracts/order-state";
import type { BaristaApi, GuestApi, QueueView } from "./bar";
import { Bell } from "./bell";
import type { RobotClock } from "./robot-clock";

const places = 20;
const patienceMs = 900_000;
const collectionMs = 600_000;

/** What listens to the shop: the line that it keeps is what customers are told. */
export interface LineKeeper {
  take(changed: OrderChanged): void;
  line(): Line;
}

/** A shop on paper: an order's life and nothing else, for days that pass in no time. */
export class PaperShop implements QueueView {
  readonly changes = new Bell();
  readonly #orders = new Map<string, Ticket>();
  #shown: readonly Ticket[] | undefined;
  #numbers = 0;
  #ids = 0;

  constructor(
    private readonly clock: RobotClock,
    private readonly keeper: LineKeeper,
  ) {}

  tickets(): readonly Ticket[] {
    this.#shown ??= [...this.#orders.values()]
      .filter(({ state }) => state !== "CREATED")
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    return this.#shown;
  }

  readonly guest: GuestApi = {
    redeemCode: async () => {
      const taken = [...this.#orders.values()].filter(({ state }) => state !== "COMPLETED").length;
      if (taken >= places) throw new AppError("code_exhausted", "The queue is full.");
      this.#ids += 1;
      const id = `paper-${this.#ids}`;
      this.#write(newTicket(id, this.clock.now()), patienceMs);
      return { orderId: id };
    },
    submitOrder: async (id, drinkOrder: DrinkOrder) => {
      this.#numbers += 1;
      const submittedAt = this.#iso();
      return this.#move(id, "submit", { drinkOrder, number: this.#numbers, submittedAt });
    },
    commandOrder: async (id) => this.#move(id, "cancel", { cause: "customer" }),
    line: async () => this.keeper.line(),
  };

  /** The shop as one barista works in it. */
  barista(name: string): BaristaApi {
    const claim = { baristaUserId: name, baristaName: name };
    return {
      commandOrder: async (id, command) => {
        const ready = command === "complete" ? { completedAt: this.#iso() } : {};
        return this.#move(id, command, { ...claim, ...ready });
      },
    };
  }

  #move(id: string, move: OrderMove, changes: Partial<Ticket>): Ticket {
    const known = this.#orders.get(id);
    if (known === undefined) throw new AppError("order_not_found", "There is no such order.");
    const claimer = known.baristaUserId;
    const isForeign = move !== "recall" && claimer !== null && changes.baristaUserId !== claimer;
    if (!canMove(move, known.state) || (isForeign && move === "complete"))
      throw new AppError("order_conflict", "It is somebody else's turn.");
    const state = moves[move].to;
    const ticket = { ...known, ...changes, state, version: known.version + 1 };
    return this.#write(ticket, state === "COMPLETED" ? collectionMs : patienceMs);
  }

  #write(ticket: Ticket, patience: number): Ticket {
    const isOver = isFinal(ticket.state);
    const dueAt = isOver ? null : new Date(this.clock.now() + patience).toISOString();
    const written = { ...ticket, dueAt };
    this.#shown = undefined;
    if (isOver) this.#orders.delete(ticket.id);
    else this.#orders.set(ticket.id, written);
    if (!isOver) void this.#expire(written, patience);
    if (ticket.number !== null) this.keeper.take(changedOf(written, this.#iso()));
    this.changes.ring();
    return written;
  }

  async #expire({ id, version, state }: Ticket, patience: number): Promise<void> {
    await this.clock.wait(patience);
    if (this.#orders.get(id)?.version !== version) return;
    this.#move(id, state === "COMPLETED" ? "collect" : "expire", { cause: "timeout" });
  }

  #iso(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

function newTicket(id: string, now: number): Ticket {
  return {
    id,
    eventId: "default",
    number: null,
    state: "CREATED",
    version: 1,
    drinkOrder: null,
    createdAt: new Date(now).toISOString(),
    submittedAt: null,
    completedAt: null,
    dueAt: null,
    baristaName: null,
    baristaUserId: null,
    cause: null,
    extensionsLeft: 0,
  };
}

function changedOf({ id, number, ...ticket }: Ticket, at: string): OrderChanged {
  return { ...ticket, orderId: id, orderNumber: number, userId: "paper", Message: "", at };
}
