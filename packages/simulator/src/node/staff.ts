import type { Api } from "@serverlesspresso/client/api";
import { barApi } from "@serverlesspresso/client/bar-api";
import type { Shop, ShopSettings } from "@serverlesspresso/contracts/shop";
import type { Machine } from "./machine";
import { apiOf } from "./people";
import type { RobotSession } from "./robot-session";

const roomy = { drinksPerCode: 10_000, maxOrdersPerUser: 1000 } as const;

/** The manager of a simulated day: opens the shop, lets robots work in it, and leaves everything as it was. */
export class Manager {
  readonly api: Api;
  #before: ShopSettings | undefined;
  readonly #hired: string[] = [];

  private constructor(
    private readonly machine: Machine,
    readonly session: RobotSession,
  ) {
    this.api = apiOf(machine, session);
  }

  static async signIn(machine: Machine): Promise<Manager> {
    return new Manager(machine, await machine.signIn("manager@example.com"));
  }

  /** Opens the shop, with no limit but the places in its queue. */
  async open(): Promise<void> {
    this.#before = await this.#settings();
    const { limits } = this.#before;
    await this.#set({
      status: "open",
      message: null,
      reopensAt: null,
      lastOrdersAt: null,
      limits: { ...limits, ...roomy },
    });
  }

  async hire(name: string): Promise<Api> {
    const email = `robot.${name.toLowerCase()}@example.com`;
    this.#hired.push((await barApi(this.api).addMember({ email, name, role: "barista" })).id);
    return apiOf(this.machine, await this.machine.signIn(email));
  }

  async leave(): Promise<void> {
    for (const id of this.#hired.splice(0)) await barApi(this.api).removeMember(id);
    if (this.#before) await this.#set(this.#before);
    this.#before = undefined;
  }

  async #settings(): Promise<ShopSettings> {
    const { status, message, reopensAt, lastOrdersAt, limits } = await this.api.shop();
    return { status, message, reopensAt, lastOrdersAt, limits };
  }

  async #set(settings: ShopSettings): Promise<Shop> {
    const { version } = await this.api.shop();
    return barApi(this.api).changeShop(settings, version);
  }
}
