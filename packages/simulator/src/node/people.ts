import { type Api, createApi } from "@serverlesspresso/client/api";
import { LiveFeed } from "@serverlesspresso/client/live-feed";
import { ServerClock } from "@serverlesspresso/client/server-clock";
import { isFinal } from "@serverlesspresso/contracts/order-state";
import { WebSocket } from "ws";
import { patientApi } from "../patient-api";
import type { Machine } from "./machine";
import type { RobotSession } from "./robot-session";

/** The API as whoever holds this session. */
export function apiOf({ config }: Machine, session: RobotSession, eventId = "default"): Api {
  return patientApi(createApi({ apiUrl: config.apiUrl, eventId, session, clock: new ServerClock() }));
}

/** The live feed as whoever holds this session. */
export function feedOf({ config }: Machine, session: RobotSession): LiveFeed {
  return new LiveFeed({
    realtimeUrl: config.eventsRealtimeUrl,
    host: new URL(config.eventsUrl).host,
    token: async (refused) => (await session.get({ refused })).accessToken,
    open: (url, protocols) => {
      const socket = new WebSocket(url, protocols);
      // A refused connection closes too; without this it would end the process.
      socket.on("error", () => {});
      return {
        // The feed reads nothing of an event but its data.
        addEventListener: (type, listener) => socket.addEventListener(type, listener as never),
        send: (data) => socket.send(data),
        close: () => socket.close(),
      };
    },
  });
}

/** Customers with accounts: as many as are in the shop at a time, over and over. */
export class Crowd {
  readonly #away: Api[] = [];
  #count = 0;

  constructor(private readonly machine: Machine) {}

  /** Lets so many sign up before anybody comes. */
  async invite(size: number): Promise<void> {
    for (let index = 0; index < size; index += 1) this.#away.push(await this.#signUp());
  }

  /** Does something as a customer without an order in progress. */
  async withGuest<T>(visit: (guest: Api) => Promise<T>): Promise<T> {
    const guest = (await this.#next()) ?? (await this.#signUp());
    try {
      return await visit(guest);
    } finally {
      this.#away.push(guest);
    }
  }

  /** Whoever has been away longest; one who still has an order waits until it has ended. */
  async #next(): Promise<Api | null> {
    for (let left = this.#away.length; left > 0; left -= 1) {
      const guest = this.#away.shift();
      if (guest === undefined) return null;
      const { orders } = await guest.myOrders();
      if (orders.every(({ state }) => isFinal(state))) return guest;
      this.#away.push(guest);
    }
    return null;
  }

  async #signUp(): Promise<Api> {
    this.#count += 1;
    return apiOf(this.machine, await this.machine.signIn(`robot.customer.${this.#count}@example.com`));
  }
}
