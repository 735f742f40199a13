import { MemoryPorts, shop } from "@serverlesspresso/api/fakes/memory-ports";
import type { BusEvent, Ports } from "@serverlesspresso/api/ports";

/** A write or call that a process of the real code has come to and is held at. */
export interface Gate {
  step: "save" | "create" | "store" | "remove" | "event" | "end" | "place" | "enter";
  /** What it is about: an event's type, a token with its outcome. */
  what: string;
  open: () => void;
}

/** The ports of one process: it is held before each write and each call, until its gate is opened. */
export class GatedPorts {
  readonly gates: Gate[] = [];

  constructor(private readonly real: MemoryPorts) {}

  ports(): Ports {
    const { orders, validator, bus, workflow } = this.real;
    const held = <Args extends unknown[], Result>(
      step: Gate["step"],
      call: (...args: Args) => Promise<Result>,
      what: (...args: NoInfer<Args>) => string = () => "",
    ) => {
      return async (...args: Args): Promise<Result> => {
        await this.#hold(step, what(...args));
        return call(...args);
      };
    };
    return Object.assign(Object.create(this.real), {
      orders: Object.assign(Object.create(orders), {
        read: orders.read.bind(orders),
        save: held("save", orders.save.bind(orders)),
        create: held("create", orders.create.bind(orders)),
        storeToken: held("store", orders.storeToken.bind(orders)),
        removeFollowUp: held("remove", orders.removeFollowUp.bind(orders)),
      }),
      validator: Object.assign(Object.create(validator), {
        readCode: validator.readCode.bind(validator),
        readCustomer: validator.readCustomer.bind(validator),
        saveCustomer: async (...args: Parameters<typeof validator.saveCustomer>) => {
          // What an order gives back to its customer belongs to the step that gives it back to its code.
          if (!this.#isGivingBack) await this.#hold("enter", "customer");
          return validator.saveCustomer(...args);
        },
        enter: held("enter", validator.enter.bind(validator), () => "order"),
        returnPlace: async (...args: Parameters<typeof validator.returnPlace>) => {
          await this.#hold("place", "");
          this.#isGivingBack = true;
          return validator.returnPlace(...args);
        },
      }),
      bus: { put: held("event", bus.put, (event: BusEvent) => event.type) },
      workflow: {
        succeed: held("end", workflow.succeed, (token: string) => `${token} success`),
        fail: held("end", workflow.fail, (token: string, failure: string) => `${token} ${failure}`),
      },
    });
  }

  #isGivingBack = false;

  #hold(step: Gate["step"], what: string): Promise<void> {
    return new Promise((open) => this.gates.push({ step, what, open }));
  }
}

/** Ports for a shop with so many places on its code, in which nothing but what the model knows limits anybody. */
export function portsFor(codePlaces: number): MemoryPorts {
  const ports = new MemoryPorts();
  ports.shop = { ...shop, drinksPerCode: codePlaces, maxOrdersPerUser: 100, codeWindowSeconds: 86_400 };
  return ports;
}
