import { AppError } from "@serverlesspresso/contracts/error";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import type { Api, Commanded } from "./api";
import { barApi } from "./bar-api";
import { newIdempotencyKey } from "./idempotency-key";

type Ports = Pick<Api, "call" | "submitOrder" | "commandOrder">;

/**
 * The order of one person without a phone. However often it is tried it is begun once, and submitted once
 * for each choice: a choice that was refused leaves its place to the next one.
 */
export class WalkUp {
  readonly #api: Ports;
  #beginKey = newIdempotencyKey();
  #submit: { choice: string; key: string } | null = null;
  /** Begun, but not submitted as far as is known. */
  #waiting: string | null = null;

  constructor(api: Ports) {
    this.#api = api;
  }

  /** One try. Throws `order_starting` until the shop has admitted the order, and as `api.submitOrder` does. */
  async order(choice: DrinkOrder): Promise<Commanded> {
    const { orderId } = await barApi(this.#api).beginOrder(this.#beginKey);
    this.#waiting = orderId;
    try {
      const order = await this.#api.submitOrder(orderId, choice, this.#keyFor(choice));
      this.#startAnew();
      return order;
    } catch (error) {
      const standing = error instanceof AppError ? error.order?.state : undefined;
      // An order that was refused its place takes no drink any more: the next try begins another.
      if (standing !== undefined && isFinal(standing)) this.#startAnew();
      throw error;
    }
  }

  /** Gives back the place of an order that was begun and nothing chosen for; nothing depends on the answer. */
  callOff(): void {
    if (this.#waiting === null) return;
    const reason = "Called off at the counter";
    this.#api.commandOrder(this.#waiting, "cancel", newIdempotencyKey(), reason).catch(() => undefined);
    this.#startAnew();
  }

  #keyFor(choice: DrinkOrder): string {
    const name = JSON.stringify(choice);
    if (this.#submit?.choice !== name) this.#submit = { choice: name, key: newIdempotencyKey() };
    return this.#submit.key;
  }

  #startAnew(): void {
    this.#beginKey = newIdempotencyKey();
    this.#submit = null;
    this.#waiting = null;
  }
}
