import { AppError } from "@serverlesspresso/contracts/error";
import type { DrinkOrder } from "@serverlesspresso/contracts/menu";
import { isFinal, type OrderState } from "@serverlesspresso/contracts/order-state";
import type { Api, Commanded } from "./api";
import { barApi } from "./bar-api";
import { newIdempotencyKey } from "./idempotency-key";

const left = "The page has been left.";
const begun: readonly OrderState[] = ["REQUESTED", "CREATED"];

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
  #isSubmitting = false;
  /** The order whose last submit was not answered: it may be in the queue. */
  #inDoubt: string | null = null;
  #isLeft = false;

  constructor(api: Ports) {
    this.#api = api;
  }

  /** Somebody is at the page again. */
  comeBack(): void {
    this.#isLeft = false;
  }

  /**
   * One try. Throws `order_starting` until the shop has admitted the order, as `api.submitOrder` does, and once the
   * page has been left: nobody wants the order then.
   */
  async order(choice: DrinkOrder): Promise<Commanded> {
    if (this.#isLeft) throw new Error(left);
    const { orderId } = await barApi(this.#api).beginOrder(this.#beginKey);
    this.#waiting = orderId;
    if (this.#isLeft) {
      this.#giveBack();
      throw new Error(left);
    }
    return this.#send(orderId, choice);
  }

  async #send(orderId: string, choice: DrinkOrder): Promise<Commanded> {
    this.#isSubmitting = true;
    try {
      const order = await this.#api.submitOrder(orderId, choice, this.#keyFor(choice));
      this.#startAnew();
      return order;
    } catch (error) {
      const standing = error instanceof AppError ? error.order?.state : undefined;
      // An order that was refused its place takes no drink any more: the next try begins another.
      if (standing !== undefined && isFinal(standing)) this.#startAnew();
      // One that is in the queue, its answer lost, is not only begun: it is not to be called off.
      else if (standing !== undefined && !begun.includes(standing)) this.#waiting = null;
      this.#inDoubt = isInDoubtAfter(error, this.#inDoubt === orderId) ? orderId : null;
      if (this.#isLeft) this.#giveBack();
      throw error;
    } finally {
      this.#isSubmitting = false;
    }
  }

  /** Whoever was at the page has left it: what was begun, and is not being submitted just now, is called off. */
  callOff(): void {
    this.#isLeft = true;
    if (!this.#isSubmitting) this.#giveBack();
  }

  /**
   * Gives back the place of an order that was begun and nothing chosen for; nothing depends on the answer. One that
   * may be in the queue is left alone: if it is not, its time runs out.
   */
  #giveBack(): void {
    if (this.#waiting === null) return;
    const reason = "Called off at the counter";
    if (this.#waiting !== this.#inDoubt) {
      this.#api.commandOrder(this.#waiting, "cancel", newIdempotencyKey(), reason).catch(() => undefined);
    }
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

/** Whether a submit may be in the queue, after a try that ended so. */
function isInDoubtAfter(error: unknown, before: boolean): boolean {
  if (!(error instanceof AppError) || error.code === "internal") return true;
  // Turned away at the door: that says nothing of the try before.
  return before && (error.code === "rate_limited" || error.code === "unauthenticated");
}
