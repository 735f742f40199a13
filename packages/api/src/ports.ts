import type { EventType } from "@serverlesspresso/contracts/event";
import type { LineStore } from "./line/line-store";
import type { MenuStore } from "./menu/menu-store";
import type { DayStore } from "./orders/day-store";
import type { OrderStore } from "./orders/order-store";
import type { ValidatorStore } from "./qr-code/validator-store";
import type { ShopStore } from "./shop/shop-store";
import type { Revocations } from "./staff/revocations";
import type { StaffDirectory } from "./staff/staff-directory";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface BusEvent {
  type: EventType;
  detail: Readonly<Record<string, unknown>>;
}

export interface EventBus {
  /** Resolves once the bus has accepted the event; throws otherwise. */
  put(event: BusEvent): Promise<void>;
}

/** The errors by which a wait of the workflow ends other than well; the workflow catches each by its name. */
export type WaitFailure = "Cancelled" | "Recalled" | "AlreadyOrdered";

/** Both succeed for a wait that is over already: that says nothing about the order, which its row does. */
export interface Workflow {
  succeed(taskToken: string): Promise<void>;
  fail(taskToken: string, failure: WaitFailure): Promise<void>;
}

export interface Executions {
  /** Whether the execution of this name still runs; false too where there never was one. */
  isRunning(name: string): Promise<boolean>;
}

export interface Counter {
  /** The next number called out in a shop on one of its days, from 1; each is given once. */
  next(eventId: string, day: string): Promise<number>;
}

export interface Ports {
  orders: OrderStore;
  days: DayStore;
  shops: ShopStore;
  menus: MenuStore;
  lines: LineStore;
  validator: ValidatorStore;
  counter: Counter;
  bus: EventBus;
  workflow: Workflow;
  staff: StaffDirectory;
  revocations: Revocations;
  clock: Clock;
}
