import type { Menu } from "@serverlesspresso/contracts/menu";
import type { BusEvent, Executions, Ports } from "../ports";
import type { DecidedShop, ShopRow } from "../shop/shop-row";
import type { Person } from "../staff/staff-directory";
import { isChanger } from "./is-changer";
import { MemoryDayStore } from "./memory-day-store";
import { MemoryLineStore } from "./memory-line-store";
import { MemoryMenuStore } from "./memory-menu-store";
import { MemoryOrderStore } from "./memory-order-store";
import { MemoryRevocations } from "./memory-revocations";
import { MemoryStaffDirectory } from "./memory-staff-directory";
import { MemoryValidatorStore } from "./memory-validator-store";

const milk = (id: string, available = true) => ({ id, name: id, available, allergens: [] });

export const menu: Menu = {
  version: 1,
  drinks: [
    {
      id: "flat-white",
      name: "Flat white",
      description: "",
      available: true,
      temperature: "hot",
      vessel: "cup",
      recipe: [{ ingredient: "espresso", parts: 60 }],
      allergens: [],
      options: [
        {
          id: "milk",
          name: "Milk",
          default: "whole-milk",
          choices: [milk("whole-milk"), milk("oat-milk"), milk("soy-milk", false)],
        },
      ],
    },
    {
      id: "mocha",
      name: "Mocha",
      description: "",
      available: false,
      temperature: "hot",
      vessel: "glass",
      recipe: [{ ingredient: "chocolate", parts: 60 }],
      allergens: [],
      options: [],
    },
  ],
};

export const shop: ShopRow = {
  eventId: "default",
  name: "Bar",
  training: false,
  timeZone: "Europe/Berlin",
  open: true,
  reason: "closed",
  message: null,
  reopensAt: null,
  maxOrdersInQueue: 20,
  customerPatienceSeconds: 900,
  baristaPatienceSeconds: 900,
  collectionPatienceSeconds: 600,
  maxExtensions: 2,
  ageingAfterSeconds: 120,
  lateAfterSeconds: 240,
  maxOrdersPerUser: 3,
  codeWindowSeconds: 300,
  drinksPerCode: 10,
  lastOrdersAt: null,
  announced: null,
  changedBy: null,
  changedByUserId: null,
  changedAt: null,
  version: 1,
  inFlight: {},
};

/** Everything outside the API, in memory; what was put and returned is kept to be looked at. */
export class MemoryPorts implements Ports {
  readonly orders = new MemoryOrderStore();
  readonly days = new MemoryDayStore(this.orders);
  readonly lines = new MemoryLineStore();
  readonly menus = new MemoryMenuStore({ ...menu, switches: [] }, (version, changedAt) =>
    this.#raiseShop(version, { changedAt }),
  );
  readonly validator = new MemoryValidatorStore(this.orders);
  /** The shop as it stands; tests change it as a manager would, or by hand. */
  shop: ShopRow = shop;
  readonly events: BusEvent[] = [];
  /** Every token that was returned, as `TOKEN success` or `TOKEN Cancelled`. */
  readonly returned: string[] = [];
  readonly inFlight: Record<string, string> = {};
  readonly running = new Set<string>();
  now = Date.parse("2026-11-22T09:00:00Z");
  /** While set, bus and workflow answer nothing but errors. */
  isDown = false;
  #numbers = 0;

  readonly clock = { now: () => this.now };
  readonly counter = { next: async () => ++this.#numbers };
  readonly staff = new MemoryStaffDirectory();
  readonly revocations = new MemoryRevocations();
  readonly executions: Executions = { isRunning: async (name) => this.running.has(name) };

  readonly bus = {
    put: async (event: BusEvent) => {
      this.#refuseIfDown();
      this.events.push(event);
    },
  };

  readonly workflow = {
    succeed: async (taskToken: string) => this.#returned(taskToken, "success"),
    fail: async (taskToken: string, failure: string) => {
      if (failure === "success") throw new Error("Success is no failure.");
      return this.#returned(taskToken, failure);
    },
  };

  readonly shops = {
    read: async (eventId: string) =>
      eventId === shop.eventId ? { ...this.shop, inFlight: { ...this.inFlight } } : null,
    listIds: async () => [this.shop.eventId],
    change: async ({ version }: ShopRow, decided: DecidedShop) => {
      await this.orders.interrupt();
      return this.#raiseShop(version, decided);
    },
    markAnnounced: async (_eventId: string, version: number) => {
      if ((this.shop.announced ?? version) < version) this.shop = { ...this.shop, announced: version };
    },
    forgetChanger: async (_eventId: string, person: Person) => {
      if (isChanger(this.shop, person)) this.shop = { ...this.shop, changedBy: null, changedByUserId: null };
    },
    removeLease: async (_eventId: string, orderId: string, execution: string) => {
      if (this.inFlight[orderId] !== execution) return false;
      delete this.inFlight[orderId];
      return true;
    },
  };

  advance(seconds: number): void {
    this.now += seconds * 1000;
  }

  typesPut(): string[] {
    return this.events.map(({ type }) => type);
  }

  #raiseShop(version: number, decided: Partial<DecidedShop>): boolean {
    if (this.shop.version !== version) return false;
    this.shop = { ...this.shop, ...decided, version: version + 1, announced: version };
    return true;
  }

  #returned(taskToken: string, outcome: string): void {
    this.#refuseIfDown();
    this.returned.push(`${taskToken} ${outcome}`);
  }

  #refuseIfDown(): void {
    if (this.isDown) throw new Error("down");
  }
}
