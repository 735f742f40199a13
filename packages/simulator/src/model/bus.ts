import { decide } from "./decide";
import type { Execution, Message, ModelState, Process } from "./model-state";
import { running, system } from "./process-steps";
import type { Action, World } from "./world";

/** Every message may come next, whatever was put first; it may come twice, or by way of the dead letters. */
export function busActions(world: World, state: ModelState): Action[] {
  const actions: Action[] = [];
  state.bus.forEach((message, index) => {
    if (state.bus.findIndex((each) => JSON.stringify(each) === JSON.stringify(message)) !== index) return;
    const taken = { ...state, bus: state.bus.filter((_, each) => each !== index) };
    const says = sayOf(message);
    actions.push(system(`${says} arrives`, delivered(world, taken, message)));
    const { left } = state;
    if (left.duplicates > 0) {
      const copy = isAtOnce(message) ? { ...message, seen: true as const } : message;
      const kept = {
        ...taken,
        left: { ...left, duplicates: left.duplicates - 1 },
        bus: [...taken.bus, copy],
      };
      actions.push({
        kind: "fault",
        says: `${says} arrives, and will again`,
        next: delivered(world, kept, message),
      });
    }
    if (left.losses > 0) {
      const next = {
        ...taken,
        left: { ...left, losses: left.losses - 1 },
        deadLetters: [...state.deadLetters, message],
      };
      actions.push({ kind: "fault", says: `${says} ends in the dead letters`, next });
    }
    if (message.type === "changed" && left.misses > 0) {
      actions.push({
        kind: "fault",
        says: `${says} does not reach the phone`,
        next: missed(taken, message.order),
      });
    }
  });
  if (state.deadLetters.length > 0) {
    const next = { ...state, bus: [...state.bus, ...state.deadLetters], deadLetters: [] };
    actions.push(system("the dead letters are sent again", next));
  }
  return [...actions, ...snapshots(state)];
}

/** Its reader has no step between taking it and being done with it. */
const isAtOnce = ({ type }: Message) => type === "newOrder" || type === "changed";

function sayOf(message: Message): string {
  switch (message.type) {
    case "newOrder":
      return `the event that starts the workflow of ${message.order}`;
    case "wait":
      return `the event with the token ${message.token}`;
    case "refused":
      return `the refusal of ${message.order} by ${message.execution}`;
    case "changed":
      return `the message that ${message.order} is ${message.state}, version ${message.version}`;
  }
}

function delivered(world: World, state: ModelState, message: Message): ModelState {
  const { order } = message;
  switch (message.type) {
    case "newOrder": {
      const name = `run-${state.executions.length + 1}`;
      const begun: Execution = { name, order, at: "reserve", waiter: "customer", wait: 1, tokens: 1 };
      return { ...state, executions: [...state.executions, begun] };
    }
    case "changed":
      return { ...state, views: { ...state.views, [order]: shown(world, state, message) } };
    case "wait":
      return handled(world, state, { what: "wait", by: message.token, order, message });
    case "refused":
      return handled(world, state, { what: "refusal", by: message.execution, order, message });
  }
}

function handled(world: World, state: ModelState, process: Omit<Process, "todo">): ModelState {
  return running(state, decide(world, state, { ...process, todo: { step: "answer", way: "end" } }));
}

function shown({ rules }: World, state: ModelState, message: Extract<Message, { type: "changed" }>) {
  const { version, state: told, order } = message;
  const view = state.views[order];
  if (view !== undefined && rules.viewComparesVersion && version <= view.version) return view;
  return { version, state: told, missed: view?.missed ?? false };
}

function missed(state: ModelState, order: string): ModelState {
  const left = { ...state.left, misses: state.left.misses - 1 };
  const view = state.views[order] ?? { version: 0, state: "REQUESTED" };
  return { ...state, left, views: { ...state.views, [order]: { ...view, missed: true } } };
}

/** A phone that may have missed something takes a snapshot. */
function snapshots(state: ModelState): Action[] {
  return Object.entries(state.views).flatMap(([order, view]) => {
    const row = state.rows[order];
    if (!view.missed || row === undefined) return [];
    const newer = row.version > view.version ? { version: row.version, state: row.state } : view;
    const views = { ...state.views, [order]: { ...newer, missed: false } };
    return [system(`the phone takes a snapshot of ${order}`, { ...state, views })];
  });
}
