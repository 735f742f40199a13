import type { MemoryPorts } from "@serverlesspresso/api/fakes/memory-ports";
import { cancelOrder } from "@serverlesspresso/api/orders/cancel-order";
import { collectOrder } from "@serverlesspresso/api/orders/collect-order";
import { completeOrder } from "@serverlesspresso/api/orders/complete-order";
import { enterWait } from "@serverlesspresso/api/orders/enter-wait";
import { extendOrder } from "@serverlesspresso/api/orders/extend-order";
import { makeOrder } from "@serverlesspresso/api/orders/make-order";
import { orderIdOf } from "@serverlesspresso/api/orders/order-id";
import { recallOrder } from "@serverlesspresso/api/orders/recall-order";
import { refuseOrder } from "@serverlesspresso/api/orders/refuse-order";
import { submitOrder } from "@serverlesspresso/api/orders/submit-order";
import { timeOutOrder } from "@serverlesspresso/api/orders/time-out-order";
import { unmakeOrder } from "@serverlesspresso/api/orders/unmake-order";
import type { Ports } from "@serverlesspresso/api/ports";
import { currentCodes } from "@serverlesspresso/api/qr-code/current-codes";
import { redeemCode } from "@serverlesspresso/api/qr-code/redeem-code";
import { sweep } from "@serverlesspresso/api/sweeper/sweep";
import { type Gate, GatedPorts, portsFor } from "./gated-ports";
import { type Message, ownerOf, type Process } from "./model-state";

const eventId = "default";

/** A process of the real code: held at its gates, or at its end. */
export class RealProcess {
  readonly #gated: GatedPorts;
  isDone = false;
  /** What it answered or threw. */
  answer: unknown = null;

  constructor(ports: MemoryPorts, run: (ports: Ports) => Promise<unknown>) {
    this.#gated = new GatedPorts(ports);
    run(this.#gated.ports())
      .catch((error: unknown) => error)
      .then((answer) => {
        this.answer = answer;
        this.isDone = true;
      });
  }

  /** Lets it do what it is held at; it goes on to the next of its writes and calls. */
  async pass(step: Gate["step"]): Promise<string> {
    const index = this.#gated.gates.findIndex((gate) => gate.step === step);
    const [gate] = index < 0 ? [] : this.#gated.gates.splice(index, 1);
    if (gate === undefined) throw new Error(`It is not at ${step}, but at ${this.at() || "its end"}.`);
    gate.open();
    await this.rested();
    return gate.what;
  }

  at(): string {
    return this.#gated.gates.map(({ step }) => step).join();
  }

  /** Until it has come to a gate or to its end. Losing a race for a code's row costs it a moment. */
  async rested(): Promise<void> {
    do await new Promise(setImmediate);
    while (!this.isDone && this.#gated.gates.length === 0);
    await new Promise(setImmediate);
  }
}

/** The real handlers and commands of the API over ports in memory, started as the model starts its processes. */
export class RealShop {
  readonly ports: MemoryPorts;
  #code = "";
  #keys = 0;

  constructor(codePlaces: number) {
    this.ports = portsFor(codePlaces);
  }

  async opened(): Promise<this> {
    this.#code = (await currentCodes(this.ports, eventId)).current.code;
    return this;
  }

  idOf(order: string): string {
    return orderIdOf(eventId, ownerOf(order), order);
  }

  row(order: string) {
    return this.ports.orders.read({ eventId, id: this.idOf(order) });
  }

  /** Who holds a place on the code. */
  async codeOrders(): Promise<ReadonlySet<string>> {
    return (await this.ports.validator.readCode(eventId, this.#code))?.orders ?? new Set();
  }

  async begin(
    process: Pick<Process, "what" | "by" | "order" | "move" | "key" | "timedOut">,
    message?: Message,
  ) {
    const begun = new RealProcess(this.ports, (ports) => this.#run(ports, process, message));
    await begun.rested();
    return begun;
  }

  /** The sweeper comes by when everybody has had their time, and dies nowhere. */
  async sweep(isAnyDue: boolean): Promise<void> {
    this.ports.advance(isAnyDue ? 61 : 11);
    await sweep({ ...withAll(this.ports), executions: this.ports.executions });
  }

  #run(ports: Ports, process: Parameters<RealShop["begin"]>[0], message?: Message): Promise<unknown> {
    const { by, order } = process;
    const about = { eventId, orderId: this.idOf(order), userId: ownerOf(order) };
    if (message?.type === "wait") {
      const { execution, wait, waiter, token } = message;
      return enterWait(ports, { ...about, execution, wait, TaskToken: token }, waiter, ports.clock.now());
    }
    if (message?.type === "refused") {
      return refuseOrder(ports, { ...about, execution: message.execution, cause: message.cause });
    }
    if (process.timedOut !== undefined) {
      const { execution, waiter } = process.timedOut;
      return timeOutOrder(ports, { ...about, execution, waitingFor: waiter });
    }
    if (process.what === "scan") {
      return redeemCode(ports, { eventId, caller: callerCalled(by), key: order, code: this.#code });
    }
    return this.#command(ports, process);
  }

  #command(ports: Ports, { move, by, order, key }: Pick<Process, "move" | "by" | "order" | "key">) {
    const ref = { eventId, id: this.idOf(order) };
    const request = { ref, caller: callerCalled(by), key: key ?? `unnamed-${++this.#keys}` };
    switch (move) {
      case "extend":
        return extendOrder(ports, request);
      case "submit":
        return submitOrder(ports, request, { drink: "flat-white", modifiers: [] });
      case "make":
        return makeOrder(ports, request);
      case "unmake":
        return unmakeOrder(ports, request);
      case "complete":
        return completeOrder(ports, request);
      case "recall":
        return recallOrder(ports, request);
      case "collect":
        return collectOrder(ports, request);
      case "cancel":
        return cancelOrder(ports, request, request.caller.roles.has("barista") ? "no milk" : undefined);
      default:
        throw new Error(`Nobody commands ${move}.`);
    }
  }
}

const staff = new Set(["ana", "ben"]);

function callerCalled(by: string) {
  const isBarista = staff.has(by);
  return {
    sub: by,
    username: by,
    groups: isBarista ? ["barista"] : [],
    roles: new Set(isBarista ? (["barista"] as const) : (["customer"] as const)),
    everyOrder: isBarista,
  };
}

/** A spread takes fields, not what the class inherits. */
function withAll({ orders, shops, validator, bus, workflow, clock }: MemoryPorts) {
  return { orders, shops, validator, bus, workflow, clock };
}
