import { AppError } from "@serverlesspresso/contracts/error";
import { DrinkOrder } from "@serverlesspresso/contracts/menu";
import * as z from "zod/mini";
import type { Api, Commanded } from "./api";
import { newIdempotencyKey } from "./idempotency-key";
import { keptKey } from "./kept-things";
import { isPassing } from "./network-error";
import { readStored, store, unstore } from "./storage";

const admissionPollMs = 1_000;
const firstRetryMs = 1_000;
const longestRetryMs = 8_000;

const KeptChoice = z.object({ drinkOrder: DrinkOrder, key: z.string() });
type KeptChoice = z.infer<typeof KeptChoice>;

/** How a submitted choice fares. `choice` is kept on this device until the server has it. */
export interface Submission {
  /** `starting`: the shop is still getting the order ready. `unsent`: no network, it is sent once there is. */
  status: "idle" | "sending" | "starting" | "unsent" | "refused" | "acknowledged";
  choice: DrinkOrder | null;
  refusal: AppError | null;
}

interface Ports {
  submitOrder: Api["submitOrder"];
  /** Whose choice it is: nobody else who signs in here is shown it or sends it. */
  sub: string;
  storage: Storage;
  /** The order as the server has it, with an acknowledgement or a refusal. */
  onOrder(order: Commanded): void;
}

/**
 * Sends one order's choice until the server has acknowledged or refused it. Choice and key are stored first,
 * so that lost answers, reloads and double taps end as one order.
 */
export class OrderSubmission {
  readonly #listeners = new Set<() => void>();
  readonly #storageKey: string;
  #current: Submission = { status: "idle", choice: null, refusal: null };
  #inFlight = false;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(
    readonly orderId: string,
    eventId: string,
    readonly ports: Ports,
  ) {
    this.#storageKey = keptKey(ports.sub, "submit", eventId, orderId);
    const kept = this.#kept();
    if (kept) this.#current = { status: "sending", choice: kept.drinkOrder, refusal: null };
  }

  readonly current = (): Submission => this.#current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Submits a choice; while another is under way, here or in another tab, that one stands. */
  submit(drinkOrder: DrinkOrder): void {
    const kept = this.#kept() ?? this.#keep({ drinkOrder, key: newIdempotencyKey() });
    this.#change({ status: "sending", choice: kept.drinkOrder, refusal: null });
    // Its tap is answered on the screen first.
    this.#again(0);
  }

  /** Tries now: the order was admitted, the network came back, or a choice was kept over a reload. */
  nudge(): void {
    clearTimeout(this.#retry);
    if (!this.#inFlight) void this.#send();
  }

  async #send(): Promise<void> {
    const kept = this.#kept();
    if (!kept) {
      this.#elsewhere();
      return;
    }
    this.#inFlight = true;
    try {
      const order = await this.ports.submitOrder(this.orderId, kept.drinkOrder, kept.key);
      this.#forget();
      this.ports.onOrder(order);
      this.#change({ status: "acknowledged", choice: kept.drinkOrder, refusal: null });
    } catch (error) {
      this.#failed(error, kept.drinkOrder);
    } finally {
      this.#inFlight = false;
    }
  }

  #failed(error: unknown, choice: DrinkOrder): void {
    if (error instanceof AppError && error.code === "order_starting") {
      this.#change({ status: "starting", choice, refusal: null });
      this.#again(admissionPollMs);
      return;
    }
    if (isPassing(error)) {
      this.#change({ status: "unsent", choice, refusal: null });
      this.#again(Math.min(firstRetryMs * 2 ** this.#failures, longestRetryMs));
      this.#failures += 1;
      return;
    }
    const refusal =
      error instanceof AppError ? error : new AppError("internal", String(error), { cause: error });
    // Somebody whose sign-in has ended signs in again, and the choice is sent then.
    if (refusal.code !== "unauthenticated") this.#forget();
    if (refusal.order) this.ports.onOrder(refusal.order);
    this.#change({ status: "refused", choice, refusal });
  }

  #again(delayMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.nudge(), delayMs);
  }

  #kept(): KeptChoice | null {
    return readStored(this.ports.storage, this.#storageKey, KeptChoice);
  }

  #keep(kept: KeptChoice): KeptChoice {
    store(this.ports.storage, this.#storageKey, JSON.stringify(kept));
    return kept;
  }

  /** Another tab has had the answer to what was kept. */
  #elsewhere(): void {
    const { status } = this.#current;
    const unanswered = status === "sending" || status === "starting" || status === "unsent";
    if (unanswered) this.#change({ status: "idle", choice: null, refusal: null });
  }

  #forget(): void {
    this.#failures = 0;
    unstore(this.ports.storage, this.#storageKey);
  }

  #change(next: Submission): void {
    this.#current = next;
    for (const listener of this.#listeners) listener();
  }
}
