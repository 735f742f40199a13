import type { Call, Command, Happening, Seen } from "./call";
import type { SequentialSpecification } from "./linearizability";

type State = Seen["state"];

/** An order to which one thing happens after the other. */
export interface Life {
  /** Whose order it is; nobody's id where somebody without a phone ordered at the bar. */
  owner: string;
  state: State;
  version: number;
  claimer: string | null;
  extensionsLeft: number;
  number: number | null;
  /** The intentions that it knows: the last twenty. */
  keys: readonly string[];
}

export type Operation = Call | Happening;

const keysKept = 20;

/** Written down here once more, so that a slip in the product's own table does not excuse itself. */
const leads: Record<Command, Partial<Record<State, State>>> = {
  submit: { CREATED: "SUBMITTED" },
  extend: { CREATED: "CREATED" },
  make: { SUBMITTED: "MAKING" },
  unmake: { MAKING: "SUBMITTED" },
  complete: { SUBMITTED: "COMPLETED", MAKING: "COMPLETED" },
  recall: { COMPLETED: "MAKING" },
  collect: { COMPLETED: "COLLECTED" },
  cancel: { REQUESTED: "CANCELLED", CREATED: "CANCELLED", SUBMITTED: "CANCELLED", MAKING: "CANCELLED" },
};

const comesOver: Record<Happening["happened"], Partial<Record<State, State>>> = {
  admit: { REQUESTED: "CREATED" },
  refuse: { REQUESTED: "CANCELLED" },
  expire: { REQUESTED: "EXPIRED", CREATED: "EXPIRED", SUBMITTED: "EXPIRED", MAKING: "EXPIRED" },
  collect: { COMPLETED: "COLLECTED" },
};

/** What an order's life allows, whoever asks: each answer tells of the one state in which it was given. */
export const orderSpecification: SequentialSpecification<Life, Operation> = {
  apply: (life, operation) =>
    "happened" in operation ? afterHappening(life, operation) : afterCall(life, operation),
  textOf: ({ state, version, claimer, extensionsLeft, number, keys }) =>
    [state, version, claimer, extensionsLeft, number, keys.join()].join(" "),
  // An answer names a version, and each change makes a new one: what changed nothing now did not do so later.
  isMereLook: (life, operation) =>
    "answered" in operation &&
    operation.answered.kind !== "unknown" &&
    afterCall(life, operation)?.version === life.version,
};

function afterHappening(life: Life, { happened, version }: Happening): Life | null {
  const state = comesOver[happened][life.state];
  if (state === undefined || version !== life.version + 1) return null;
  return { ...life, state, version };
}

function afterCall(life: Life, call: Call): Life | null {
  const verdict = judge(life, call);
  if (typeof verdict !== "string") {
    const after = { ...verdict, number: numberAfter(verdict, call) };
    return tells(call, "order", after) ? after : null;
  }
  return tells(call, verdict, life) ? life : null;
}

type Refusal =
  | "order_conflict"
  | "order_starting"
  | "order_not_found"
  | "forbidden"
  | "idempotency_key_reused";

/** The life after the call, or why there is none. */
function judge(life: Life, { caller, command, key }: Call): Life | Refusal {
  const isOwner = caller.sub === life.owner;
  const isStaff = caller.role !== "customer";
  if (!isStaff && forStaff.includes(command)) return "forbidden";
  if (!isOwner && command === "extend") return "order_not_found";
  if (!isStaff && !isOwner) return "order_not_found";
  if (command === "read") return life;
  const intention = `${key} ${command} ${caller.sub}`;
  if (life.keys.includes(intention)) return life;
  if (life.keys.some((known) => known.startsWith(`${key} `))) return "idempotency_key_reused";
  const state = leads[command][life.state];
  if (state === undefined) {
    return command === "submit" && life.state === "REQUESTED" ? "order_starting" : "order_conflict";
  }
  const isForeign = life.claimer !== null && life.claimer !== caller.sub && caller.role !== "manager";
  if (isForeign && (command === "unmake" || command === "complete")) return "order_conflict";
  if (command === "extend" && life.extensionsLeft === 0) return "order_conflict";
  if (command === "cancel" && !isStaff && life.state === "MAKING") return "order_conflict";
  const keys = [...life.keys, intention].slice(-keysKept);
  return { ...life, ...changes(life, command, caller.sub), state, version: life.version + 1, keys };
}

const forStaff: readonly (Command | "read")[] = ["make", "unmake", "complete", "recall", "collect"];

function changes(life: Life, command: Command, sub: string): Partial<Life> {
  if (command === "make" || command === "recall") return { claimer: sub };
  if (command === "unmake") return { claimer: null };
  if (command === "complete") return { claimer: life.claimer ?? sub };
  return command === "extend" ? { extensionsLeft: life.extensionsLeft - 1 } : {};
}

/** Which number it is, is the counter's affair; once it was told it stays. */
function numberAfter({ number, state }: Life, { answered, command }: Call): number | null {
  const isDrawn = number === unknownNumber || (number === null && command === "submit");
  if (!isDrawn || state === "CREATED") return number;
  return answered.kind === "order" ? answered.order.number : unknownNumber;
}

/** Of a submit whose answer was lost. */
const unknownNumber = -1;

/** Whether the answer is the one that an order in this state gives. */
function tells({ answered }: Call, verdict: "order" | Refusal, life: Life): boolean {
  switch (answered.kind) {
    case "unknown":
      return true;
    case "order":
      return verdict === "order" && isSeen(answered.order, life);
    case "refused":
      return verdict === answered.code && (answered.order === undefined || isSeen(answered.order, life));
  }
}

function isSeen(seen: Seen, life: Life): boolean {
  return (
    seen.state === life.state &&
    seen.version === life.version &&
    seen.extensionsLeft === life.extensionsLeft &&
    (seen.number === life.number || (seen.number !== null && life.number === unknownNumber)) &&
    (seen.claimer === undefined || seen.claimer === life.claimer)
  );
}
