import type { OrderState } from "@serverlesspresso/contracts/order-state";
import type { ModelMoveName, Waiter } from "./model-moves";

/** How a wait of the workflow is ended. */
export type Outcome = "success" | "Cancelled" | "Recalled" | "AlreadyOrdered";

/** Tokens are named: `run-1:2` is the second one that the first execution hands out. */
export interface Waiting {
  execution: string;
  wait: number;
  waiter: Waiter;
  token: string;
}

/** What is on the bus, and for whom. `seen` by its reader: what comes then must change nothing. */
export type Message = { seen?: true } & (
  | { type: "newOrder"; order: string }
  | ({ type: "wait"; order: string } & Waiting)
  | { type: "refused"; order: string; execution: string; cause: "closed" | "full" }
  | { type: "changed"; order: string; version: number; state: OrderState }
);

export interface FollowUp {
  id: string;
  event?: Message;
  token?: { token: string; outcome: Outcome };
  place?: true;
}

export interface Row {
  state: OrderState;
  version: number;
  code: boolean;
  /** Whether the time of the present state runs, is up, or is none. */
  clock: "runs" | "up" | null;
  number: number | null;
  claimer: string | null;
  wasReady: boolean;
  extensionsLeft: number;
  waiting: Waiting | null;
  /** The keys of all commands that were done, so that one done twice stands there twice. */
  keys: readonly string[];
  pending: readonly FollowUp[];
}

/** What a process writes or calls next; what it reads before is part of the step before. */
export type Todo =
  | { step: "save"; read: Row; move: ModelMoveName; number: number | null }
  | { step: "create" }
  | { step: "store" }
  | { step: "end"; token: string; outcome: Outcome }
  | { step: "followUp"; left: FollowUp; removed?: true }
  | { step: "remove"; id: string; after?: FollowUp }
  | { step: "enter"; customer: Customer; parts: readonly ("place" | "customer" | "order")[] }
  | { step: "answer"; way: Way };

/** Where the workflow goes on after a wait whose time is up. */
export type Way = "next" | "again" | "recalled" | "end";

/** A function or a request at work; it may be ended between any two of its writes and calls. */
export interface Process {
  what: "command" | "wait" | "refusal" | "timeOut" | "sweep" | "scan";
  by: string;
  order: string;
  move?: ModelMoveName;
  key?: string;
  message?: Message;
  /** Whom the execution waited for whose time-out is decided. */
  timedOut?: { execution: string; waiter: Waiter };
  todo: Todo;
}

export interface Execution {
  name: string;
  order: string;
  at:
    | "reserve"
    | "findOut"
    | "refuse"
    | "begin"
    | "wait"
    | "decide"
    | "giveBack"
    | "leave"
    | "finish"
    | "ended"
    | "finished"
    | "refused"
    | "already"
    | "stopped";
  /** Whom it waits for, is about to, or did when its time was up. */
  waiter: Waiter;
  wait: number;
  /** How many tokens it has handed out, with the present wait's. */
  tokens: number;
  cause?: "closed" | "full";
}

export interface Customer {
  version: number;
  order: string | null;
  answered: readonly string[];
}

/** What a phone shows of an order. */
export interface View {
  version: number;
  state: OrderState;
  missed: boolean;
}

/** How often what must not matter still may happen: the bounds of a search. */
export interface Bounds {
  commands: number;
  scans: number;
  repeats: number;
  duplicates: number;
  losses: number;
  crashes: number;
  ticks: number;
  earlyTimeOuts: number;
  stops: number;
  retries: number;
  handTokens: number;
  sweepRaces: number;
  misses: number;
  closings: number;
}

export interface ModelState {
  rows: Readonly<Record<string, Row>>;
  shop: { open: boolean; leases: Readonly<Record<string, string>> };
  codeOrders: readonly string[];
  customers: Readonly<Record<string, Customer>>;
  counter: number;
  executions: readonly Execution[];
  bus: readonly Message[];
  deadLetters: readonly Message[];
  processes: readonly Process[];
  views: Readonly<Record<string, View>>;
  /** Commands whose answer may have been lost. */
  sent: readonly { move: ModelMoveName; by: string; order: string; key: string }[];
  left: Bounds;
}

/** What does not change during a search. */
export interface Setting {
  customers: readonly string[];
  baristas: readonly string[];
  places: number;
  codePlaces: number;
  /** Whether tokens are returned by hand, past the row. */
  handTokens: boolean;
  /** Whether phones follow: what is told is part of the search. */
  phones: boolean;
}

export const nothing: Bounds = {
  commands: 0,
  scans: 0,
  repeats: 0,
  duplicates: 0,
  losses: 0,
  crashes: 0,
  ticks: 0,
  earlyTimeOuts: 0,
  stops: 0,
  retries: 0,
  handTokens: 0,
  sweepRaces: 0,
  misses: 0,
  closings: 0,
};

export const emptyShop: ModelState = {
  rows: {},
  shop: { open: true, leases: {} },
  codeOrders: [],
  customers: {},
  counter: 0,
  executions: [],
  bus: [],
  deadLetters: [],
  processes: [],
  views: {},
  sent: [],
  left: nothing,
};

/** The customer of an order; orders are named after theirs: `carla-2` is Carla's second request. */
export const ownerOf = (order: string): string => order.split("-")[0] ?? order;

export const isRunning = ({ at }: Execution): boolean =>
  at !== "ended" && at !== "finished" && at !== "refused" && at !== "already" && at !== "stopped";

export const tokenOf = ({ name, tokens }: Execution): string => `${name}:${tokens}`;
