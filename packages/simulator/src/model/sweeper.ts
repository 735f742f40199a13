import { decide } from "./decide";
import { hasEnded } from "./model-moves";
import { isRunning, type ModelState, type Process } from "./model-state";
import { running } from "./process-steps";
import type { Action, World } from "./world";

/**
 * The sweeper comes once others have had their time. That it comes while they are still at work is bounded
 * apart: then it costs one of `sweepRaces`.
 */
export function sweeperActions(world: World, state: ModelState): Action[] {
  const { rules } = world;
  const actions: Action[] = [];
  const add = (isOthers: boolean, says: string, next: (from: ModelState) => ModelState) => {
    if (!isOthers) actions.push({ kind: "system", says, next: next(state) });
    else if (state.left.sweepRaces > 0) {
      const left = { ...state.left, sweepRaces: state.left.sweepRaces - 1 };
      actions.push({ kind: "fault", says, next: next({ ...state, left }) });
    }
  };
  const request = (order: string): Omit<Process, "todo"> => ({ what: "sweep", by: "the sweeper", order });
  for (const [order, row] of Object.entries(state.rows)) {
    const entry = row.pending[0];
    if (rules.sweeperFinishes && entry !== undefined) {
      const process: Process = { ...request(order), todo: { step: "followUp", left: entry } };
      const says = `the sweeper takes up ${entry.id} of ${order}`;
      add(isBeingDone(state, order, entry.id), says, (from) => running(from, process));
    }
    if (rules.sweeperTimesOut && row.clock === "up" && !isBeingSwept(state, order)) {
      const process = decide(world, state, { ...request(order), todo: { step: "answer", way: "end" } });
      const says = `the sweeper finds ${order} past its due`;
      if (process !== null) add(hasExecution(state, order), says, (from) => running(from, process));
    }
  }
  if (!rules.sweeperFreesLeases) return actions;
  for (const [order, holder] of Object.entries(state.shop.leases)) {
    const row = state.rows[order];
    const holds = state.executions.some((each) => each.name === holder && isRunning(each));
    const isOver = row === undefined ? !holds : row.state === "COMPLETED" || hasEnded(row.state);
    if (!isOver) continue;
    add(holds, `the sweeper frees the place of ${order}`, (from) => {
      const { [order]: _freed, ...leases } = from.shop.leases;
      return { ...from, shop: { ...from.shop, leases } };
    });
  }
  return actions;
}

const isBeingSwept = (state: ModelState, order: string): boolean =>
  state.processes.some((each) => each.what === "sweep" && each.order === order && each.todo.step === "save");

function isBeingDone(state: ModelState, order: string, id: string): boolean {
  return state.processes.some((each) => {
    const { todo } = each;
    if (each.order !== order) return false;
    return (todo.step === "followUp" && todo.left.id === id) || (todo.step === "remove" && todo.id === id);
  });
}

function hasExecution(state: ModelState, order: string): boolean {
  return state.executions.some((each) => each.order === order && isRunning(each));
}
