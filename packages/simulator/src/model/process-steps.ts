import { decide, settle, wayOn } from "./decide";
import { endWait, goOn } from "./executions";
import { type FollowUp, type ModelState, ownerOf, type Process, type Row, type Todo } from "./model-state";
import { outcomeOf, owesNothing, takeMove } from "./take-move";
import type { Action, World } from "./world";

type Step<T extends Todo["step"]> = Extract<Todo, { step: T }>;

/** What each process may do next, and that it may be ended before it does. */
export function processActions(world: World, state: ModelState): Action[] {
  return state.processes.flatMap((process, index) => {
    const others = { ...state, processes: state.processes.filter((_, each) => each !== index) };
    const steps = stepsOf(world, others, process);
    return state.left.crashes > 0 ? [...steps, crash(others, process)] : steps;
  });
}

function crash(others: ModelState, process: Process): Action {
  const left = { ...others.left, crashes: others.left.crashes - 1 };
  // An asynchronous event is delivered again; a request is not, but whoever made it may repeat it.
  const bus = process.message === undefined ? others.bus : [...others.bus, process.message];
  return { kind: "fault", says: `${nameOf(process)} is killed`, next: { ...others, left, bus } };
}

export function nameOf({ what, by, move, order }: Process): string {
  switch (what) {
    case "command":
      return `${by}'s request to ${move} ${order}`;
    case "scan":
      return `${by}'s scan for ${order}`;
    case "wait":
      return `the handler of the wait ${by}`;
    case "refusal":
      return `the handler of the refusal by ${by}`;
    case "timeOut":
      return `the decision on the time-out of ${by}`;
    case "sweep":
      return `the sweeper, at ${order}`;
  }
}

/** `others` is the state without the process; each step puts it back as it then is, or not. */
function stepsOf(world: World, others: ModelState, process: Process): Action[] {
  const { todo } = process;
  switch (todo.step) {
    case "save":
      return [save(world, others, process, todo)];
    case "create":
      return [create(world, others, process)];
    case "store":
      return [store(world, others, process)];
    case "end":
      return [
        system(
          `${nameOf(process)} ends that wait as ${todo.outcome}`,
          finished(endWait(world, others, process.order, todo.token, todo.outcome), process),
        ),
      ];
    case "followUp":
      return followUp(world, others, process, todo);
    case "remove":
      return [remove(others, process, todo)];
    case "enter":
      return [enter(world, others, process, todo)];
    case "answer":
      return [system(`${nameOf(process)} answers: ${todo.way}`, answer(others, process, todo.way))];
  }
}

export const system = (says: string, next: ModelState): Action => ({ kind: "system", says, next });

export function running(state: ModelState, process: Process | null): ModelState {
  return process === null ? state : { ...state, processes: [...state.processes, process] };
}

export function withRow(state: ModelState, order: string, row: Row): ModelState {
  return { ...state, rows: { ...state.rows, [order]: row } };
}

/** The process is at its end: what still comes of its message is a repetition. */
function finished(state: ModelState, { message }: Process): ModelState {
  if (message === undefined) return state;
  const text = JSON.stringify(message);
  const bus = state.bus.map((each) =>
    JSON.stringify(each) === text ? { ...each, seen: true as const } : each,
  );
  return { ...state, bus };
}

function refused(world: World, others: ModelState, process: Process): Action {
  const again = decide(world, others, process);
  const next = again === null ? finished(others, process) : running(others, again);
  return system(`${nameOf(process)} finds the row changed and reads it again`, next);
}

function save(world: World, others: ModelState, process: Process, { read, move }: Step<"save">): Action {
  const { rules, setting } = world;
  const now = others.rows[process.order];
  if (now === undefined) return refused(world, others, process);
  const isSameToken = !rules.tokenInTheCondition || now.waiting?.token === read.waiting?.token;
  if (rules.conditionalWrite && !(now.version === read.version && isSameToken)) {
    return refused(world, others, process);
  }
  const { waiting, number, counter } = drawn(world, others, process, read);
  // That a time has run out meanwhile is nothing that anybody wrote.
  const clock = now.version === read.version ? now.clock : read.clock;
  const outcome = outcomeFor(process, move);
  const { next, owed } = takeMove(
    world,
    process.order,
    { ...read, waiting, clock },
    {
      move,
      by: process.by,
      key: process.key,
      number,
      outcome,
    },
  );
  const told = {
    ...others,
    counter,
    views: setting.phones && move === "extend" ? answered(others, process.order, next) : others.views,
  };
  return written(world, told, process, { ...next, pending: now.pending }, owed);
}

/** No event tells of more time: only who asked for it needs to know, by the answer. */
function answered({ views }: ModelState, order: string, { version, state }: Row): ModelState["views"] {
  return { ...views, [order]: { version, state, missed: views[order]?.missed ?? false } };
}

/** A token comes with the admission, a number with the submit: it is drawn where the write is certain to hold. */
function drawn({ rules }: World, { counter }: ModelState, process: Process, read: Row) {
  if (process.todo.step !== "save") return { waiting: read.waiting, number: null, counter };
  if (process.todo.move === "admit") return { waiting: waitingOf(process), number: null, counter };
  if (process.todo.move !== "submit") return { waiting: read.waiting, number: null, counter };
  const number = rules.numberByOneAdd ? counter + 1 : (process.todo.number ?? counter) + 1;
  return { waiting: read.waiting, number, counter: number };
}

function waitingOf({ message }: Process) {
  if (message?.type !== "wait") return null;
  const { execution, wait, waiter, token } = message;
  return { execution, wait, waiter, token };
}

function outcomeFor({ what }: Process, move: Step<"save">["move"]) {
  if (what === "command") return outcomeOf(move);
  if (what !== "sweep") return undefined;
  return move === "collect" ? "success" : "Cancelled";
}

/** The change is in the table, with what it owes. */
function written({ rules }: World, others: ModelState, process: Process, next: Row, owed: FollowUp): Action {
  const pending = owesNothing(owed) || !rules.pendingWithTheWrite ? next.pending : [...next.pending, owed];
  const after = withRow(others, process.order, { ...next, pending });
  const says = `${nameOf(process)} writes: ${next.state}, version ${next.version}`;
  if (owesNothing(owed)) return system(says, ended(after, process));
  const todo: Todo = rules.entryRemovedLast
    ? { step: "followUp", left: owed }
    : { step: "remove", id: owed.id, after: owed };
  return system(says, running(after, { ...process, todo }));
}

/** After its change: the decision on a time-out has still to be answered. */
function ended(state: ModelState, process: Process): ModelState {
  const row = state.rows[process.order];
  if (process.timedOut === undefined || row === undefined) return finished(state, process);
  return running(state, { ...process, todo: { step: "answer", way: wayOn(row, process.timedOut) } });
}

function create(world: World, others: ModelState, process: Process): Action {
  if (others.rows[process.order] !== undefined) return refused(world, others, process);
  const requested = { ...newRow, version: 0, waiting: waitingOf(process) };
  const { next, owed } = takeMove(world, process.order, requested, { move: "admit", by: process.by });
  return written(world, others, process, next, owed);
}

export const newRow: Row = {
  state: "REQUESTED",
  version: 1,
  code: false,
  clock: "runs",
  number: null,
  claimer: null,
  wasReady: false,
  extensionsLeft: 2,
  waiting: null,
  keys: [],
  pending: [],
};

function store(world: World, others: ModelState, process: Process): Action {
  const { rules } = world;
  const row = others.rows[process.order];
  const waiting = waitingOf(process);
  const isSame = row?.waiting?.execution === waiting?.execution || !rules.sameExecutionOnly;
  const isLater = (row?.waiting?.wait ?? 0) < (waiting?.wait ?? 0) || !rules.laterWaitOnly;
  if (row === undefined || !isSame || !isLater) return refused(world, others, process);
  const stored = withRow(others, process.order, { ...row, waiting });
  const next = settle(world, stored, process);
  const says = `${nameOf(process)} stores the token ${waiting?.token}`;
  return system(says, next === null ? finished(stored, process) : running(stored, next));
}

function followUp(world: World, others: ModelState, process: Process, { left, removed }: Step<"followUp">) {
  const { event, token, place, id } = left;
  const then = (state: ModelState, rest: FollowUp): ModelState => {
    if (!owesNothing(rest))
      return running(state, {
        ...process,
        todo: { step: "followUp", left: rest, ...(removed && { removed }) },
      });
    if (removed) return ended(state, process);
    // Nobody looks at an entry whose process lives: where none may die, taking it off is no step of its own.
    if (state.left.crashes + state.left.sweepRaces === 0)
      return remove(state, process, { step: "remove", id }).next;
    return running(state, { ...process, todo: { step: "remove", id } });
  };
  const actions: Action[] = [];
  if (event !== undefined) {
    const { event: _put, ...rest } = left;
    const next = then({ ...others, bus: [...others.bus, event] }, rest);
    actions.push(system(`${nameOf(process)} puts the event of ${id}`, next));
  }
  if (token !== undefined) {
    const { token: _returned, ...rest } = left;
    const next = then(endWait(world, others, process.order, token.token, token.outcome), rest);
    actions.push(system(`${nameOf(process)} returns the token ${token.token}: ${token.outcome}`, next));
  }
  if (place !== undefined) {
    const { place: _given, ...rest } = left;
    const next = then(placeGivenBack(others, process.order), rest);
    actions.push(system(`${nameOf(process)} gives its place on the code back`, next));
  }
  return actions;
}

/** The place is the code's and the customer's: both have one more, once. */
function placeGivenBack(state: ModelState, order: string): ModelState {
  if (!state.codeOrders.includes(order)) return state;
  const codeOrders = state.codeOrders.filter((each) => each !== order);
  const customer = state.customers[ownerOf(order)];
  if (customer === undefined) return { ...state, codeOrders };
  const changed = { ...customer, version: customer.version + 1 };
  return { ...state, codeOrders, customers: { ...state.customers, [ownerOf(order)]: changed } };
}

function remove(others: ModelState, process: Process, { id, after }: Step<"remove">): Action {
  const row = others.rows[process.order];
  const pending = (row?.pending ?? []).filter((each) => each.id !== id);
  const removed = row === undefined ? others : withRow(others, process.order, { ...row, pending });
  const next =
    after === undefined
      ? ended(removed, process)
      : running(removed, { ...process, todo: { step: "followUp", left: after, removed: true } });
  return system(`${nameOf(process)} takes ${id} off pending`, next);
}

function answer(others: ModelState, process: Process, way: Step<"answer">["way"]): ModelState {
  const executions = others.executions.map((execution) =>
    execution.name === process.timedOut?.execution && execution.at === "decide"
      ? goOn(execution, way)
      : execution,
  );
  return { ...others, executions };
}

function enter(
  world: World,
  others: ModelState,
  process: Process,
  { customer, parts }: Step<"enter">,
): Action {
  const { rules, setting } = world;
  const { by, order } = process;
  const now = others.customers[by] ?? { version: 0, order: null, answered: [] };
  const refusedBy =
    (rules.customerCompared && now.version !== customer.version && parts.includes("customer")) ||
    (parts.includes("order") && others.rows[order] !== undefined) ||
    (parts.includes("place") && rules.codeNeedsRoom && others.codeOrders.length >= setting.codePlaces);
  if (refusedBy) return refused(world, others, process);
  const isAnswered = !parts.includes("order") && parts.length === 1;
  const now_ = rules.entranceIsOneTransaction || isAnswered ? parts : parts.slice(0, 1);
  const rest = parts.slice(now_.length);
  let next = others;
  if (now_.includes("place")) next = { ...next, codeOrders: [...next.codeOrders, order].sort() };
  if (now_.includes("customer")) {
    const changed =
      isAnswered && rules.entranceIsOneTransaction
        ? { ...customer, version: customer.version + 1, answered: [...customer.answered, order] }
        : { ...customer, version: customer.version + 1, order };
    next = { ...next, customers: { ...next.customers, [by]: changed } };
  }
  const says = `${nameOf(process)} writes ${now_.join(", ")}`;
  if (!now_.includes("order")) {
    return system(
      says,
      rest.length === 0
        ? next
        : running(next, {
            ...process,
            todo: { step: "enter", customer: changedCustomer(next, by), parts: rest },
          }),
    );
  }
  const owed: FollowUp = { id: "v1", event: { type: "newOrder", order } };
  return { ...written(world, next, process, { ...newRow, code: true }, owed), says };
}

const changedCustomer = (state: ModelState, by: string) =>
  state.customers[by] ?? { version: 0, order: null, answered: [] };
