import { type Check, find, steps } from "./check";
import { hasEnded, type Waiter, waiterOf, waiters } from "./model-moves";
import { isRunning, type Row, tokenOf } from "./model-state";

export const waitsGoForward: Check = (looked) =>
  find(steps(looked), ([order, { waiting: was }, { waiting }]) => {
    if (was === null || waiting === null) return null;
    if (was.execution !== waiting.execution)
      return `${order} went from ${was.execution} to ${waiting.execution}`;
    return waiting.wait < was.wait && `${order} went back from wait ${was.wait} to ${waiting.wait}`;
  });

/** Row, workflow and token agree once nothing is under way. */
export const allAgree: Check = ({ state, isQuiet }) => {
  if (!isQuiet) return null;
  return find(state.executions, (execution) => {
    const { name, order } = execution;
    const row = state.rows[order];
    if (!isRunning(execution)) {
      const wasLeft =
        execution.at === "ended" &&
        row !== undefined &&
        !hasEnded(row.state) &&
        row.waiting?.execution === name;
      return wasLeft && `${name} has ended, but ${order} is ${row.state}`;
    }
    if (row === undefined) return `${name} waits, but there is no ${order}`;
    if (hasEnded(row.state)) return `${name} waits for the ${execution.waiter}, but ${order} is ${row.state}`;
    if (row.waiting?.execution !== name) return `${name} waits with ${order}, which is another's`;
    if (row.waiting.token !== tokenOf(execution)) return `${order} does not know the token of ${name}`;
    const isBehind = waiterOf(row.state) !== execution.waiter;
    return (
      isBehind &&
      !isAheadByHand(row, execution.waiter) &&
      `${name} waits for the ${execution.waiter}, but ${order} is ${row.state}`
    );
  });
};

/** Only a token returned by hand leads a workflow past its row; the row keeps the next token then. */
const isAheadByHand = (row: Row, waiter: Waiter): boolean =>
  !row.wasReady && waiters.indexOf(waiter) > waiters.indexOf(waiterOf(row.state) ?? "collection");
