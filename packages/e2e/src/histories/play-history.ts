import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { type Answered, answeredOf, type Call, type Command, type Seen } from "./call";
import type { Begun, Company } from "./company";
import type { Person } from "./people";
import type { CommandAct, Plan } from "./plan";

/** Everything that the clients of one order know of it. */
export interface OrderHistory extends Begun {
  calls: Call[];
}

const betweenMs = 4;
const admissionTries = 100;
const admissionMs = 30;
/** So often somebody looks whether an order has been let in before the clock is moved. */
const triesOfAMoment = 15;
const momentSeconds = 15;
const endTries = 6;
const basket = { drink: "espresso", modifiers: [] };

/** Plays one plan with people of a company; resolves once everybody has their answers and the orders have ended. */
export async function playHistory(company: Company, plan: Plan): Promise<OrderHistory[]> {
  const begun = await Promise.all(plan.orders.map((how) => company.begin(how)));
  const histories = begun.flatMap((each): OrderHistory[] => (each === null ? [] : [{ ...each, calls: [] }]));
  const player = new Player(company, histories);
  for (const act of plan.acts) await player.act(act);
  await player.breathe();
  await Promise.all(histories.map((history) => player.bringToItsEnd(history)));
  return histories;
}

interface Said {
  command: Command | "read";
  key: string;
}

class Player {
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #said = new Map<string, Said>();

  constructor(
    private readonly company: Company,
    private readonly histories: readonly OrderHistory[],
  ) {}

  async act(act: Plan["acts"][number]): Promise<void> {
    if (act.kind === "breathe") return this.breathe();
    // Where there is no power, there is no clock.
    if (act.kind === "clock") return this.company.stack.advance(act.seconds).catch(() => undefined);
    const history = this.histories[act.order % Math.max(1, this.histories.length)];
    if (history === undefined) return;
    const who = this.#whoOf(act, history);
    const said = this.#saidOf(act, history, who);
    for (let time = 0; time < act.times; time += 1)
      this.#begin(this.#call(history, who, said, act.hangUpAfterMs));
    await wait(betweenMs);
  }

  async breathe(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  /** By whoever may; an order that nobody could end is left to the clock. */
  async bringToItsEnd(history: OrderHistory): Promise<void> {
    const [, , manager] = this.company.staff;
    for (let tries = 0; tries < endTries && manager; tries += 1) {
      const seen = await this.#admitted(history, manager);
      const command = seen === null ? "read" : lastCommand[seen.state];
      if (command === null) return;
      await this.#call(history, manager, { command, key: randomUUID() }, null);
    }
  }

  #begin(call: Promise<unknown>): void {
    const ended = call.finally(() => this.#underWay.delete(ended));
    this.#underWay.add(ended);
  }

  #whoOf({ who, member }: CommandAct, { owner }: OrderHistory): Person {
    const { staff, strangers } = this.company;
    const others = who === "stranger" ? strangers : staff;
    const chosen = who === "owner" && owner !== null ? owner : others[member % others.length];
    if (chosen === undefined) throw new Error("Nobody plays.");
    return chosen;
  }

  #saidOf({ ask, again }: CommandAct, history: OrderHistory, who: Person): Said {
    const whose = `${history.orderId} ${who.caller.sub}`;
    const before = this.#said.get(whose);
    if (again && before !== undefined) return before;
    const command = ask === "next" ? nextCommand(lastSeen(history)?.state, who) : ask;
    const said = { command, key: randomUUID() };
    this.#said.set(whose, said);
    return said;
  }

  async #admitted(history: OrderHistory, who: Person): Promise<Seen | null> {
    for (let tries = 0; tries < admissionTries; tries += 1) {
      const call = await this.#call(history, who, { command: "read", key: randomUUID() }, null);
      const { answered } = call;
      if (answered.kind === "order" && answered.order.state !== "REQUESTED") return answered.order;
      history.calls.splice(0, history.calls.length, ...history.calls.filter((each) => each !== call));
      await wait(admissionMs);
      // What began it was lost, and is found when the clock has gone on.
      if (tries % triesOfAMoment === triesOfAMoment - 1)
        await this.company.stack.advance(momentSeconds).catch(() => undefined);
    }
    return null;
  }

  async #call(history: OrderHistory, who: Person, { command, key }: Said, hangUpAfterMs: number | null) {
    const path = `/orders/${history.orderId}`;
    const invokedAt = performance.now();
    const signal = hangUpAfterMs === null ? undefined : AbortSignal.timeout(hangUpAfterMs);
    let hasArrived = true;
    const answer = await send(who, path, command, key, signal).then(
      ({ status, body }) => answeredOf(status, body),
      (cause): Answered => {
        hasArrived = !isNobodyThere(cause);
        return { kind: "unknown", why: String(cause) };
      },
    );
    const answeredAt = answer.kind === "unknown" ? Number.POSITIVE_INFINITY : performance.now();
    const call: Call = {
      ...{ caller: who.caller, orderId: history.orderId, command, key },
      ...{ answered: answer, invokedAt, answeredAt },
    };
    // What never arrived explains nothing, and each call without an answer doubles what has to be tried.
    if (hasArrived) history.calls.push(call);
    return call;
  }
}

/** Where the back end is down, a request does not get as far as it. */
function isNobodyThere(cause: unknown): boolean {
  const { cause: reason } = cause instanceof Error ? cause : {};
  return reason instanceof Error && "code" in reason && reason.code === "ECONNREFUSED";
}

function send(who: Person, path: string, command: Said["command"], key: string, signal?: AbortSignal) {
  if (command === "read") return who.call("GET", path, undefined, key, signal);
  if (command === "submit") return who.call("PUT", path, basket, key, signal);
  const isReasoned = command === "cancel" && who.caller.role !== "customer";
  const body = isReasoned ? { reason: "Out of milk" } : undefined;
  return who.call("POST", `${path}/${command}`, body, key, signal);
}

function lastSeen({ calls }: OrderHistory): Seen | undefined {
  return calls
    .flatMap(({ answered }) => (answered.kind === "unknown" ? [] : (answered.order ?? [])))
    .reduce<Seen | undefined>(
      (newest, seen) => (seen.version >= (newest?.version ?? 0) ? seen : newest),
      undefined,
    );
}

function nextCommand(state: Seen["state"] | undefined, { caller }: Person): Command {
  if (caller.role === "customer") return "submit";
  if (state === "SUBMITTED") return "make";
  if (state === "MAKING") return "complete";
  return state === "COMPLETED" ? "collect" : "submit";
}

/** What ends an order in one step; null where it has ended. */
const lastCommand: Record<Seen["state"], Command | "read" | null> = {
  ...{ REQUESTED: "read", CREATED: "cancel", SUBMITTED: "cancel", MAKING: "complete", COMPLETED: "collect" },
  ...{ COLLECTED: null, CANCELLED: null, EXPIRED: null },
};
