import { type Check, find, type Looked, rowsOf, savedBy, steps } from "./check";
import { hasEnded, type ModelMoveName, modelMove, modelMoves, ownerMayCancel } from "./model-moves";
import { ownerOf, type Process, type Row } from "./model-state";

export const oneEffect: Check = ({ state }) =>
  find(
    rowsOf(state),
    ([order, { keys }]) => new Set(keys).size < keys.length && `one request changed ${order} twice`,
  );

export const oneOrderOneNumber: Check = (looked) => {
  const { world, state } = looked;
  return (
    find(world.setting.customers, (customer) => {
      const open = rowsOf(state).filter(
        ([order, row]) => row.code && ownerOf(order) === customer && !hasEnded(row.state),
      );
      return open.length > 1 && `${customer} has ${open.length} orders at once`;
    }) ??
    find(rowsOf(state), ([order, row]) => {
      const isIn = ["SUBMITTED", "MAKING", "COMPLETED", "COLLECTED"].includes(row.state);
      return isIn && row.number === null && `${order} is ${row.state} and has no number`;
    }) ??
    find(
      steps(looked),
      ([order, was, row]) =>
        was.number !== null && was.number !== row.number && `the number of ${order} changed`,
    ) ??
    find(Object.entries(state.customers), ([customer, { answered }]) => {
      const both = answered.find((order) => state.rows[order] !== undefined);
      return (
        both !== undefined && `${customer}'s request ${both} was answered with another order and made one`
      );
    })
  );
};

export const numbersUnique: Check = ({ state }) => {
  const numbers = rowsOf(state).flatMap(([, { number }]) => number ?? []);
  return new Set(numbers).size < numbers.length ? "two orders have one number" : null;
};

export const legalMoves: Check = (looked) =>
  find(steps(looked), ([order, was, row]) => {
    if (was.state === row.state && was.version === row.version) return null;
    if (hasEnded(was.state)) return `${order} was ${was.state} and became ${row.state}`;
    const saved = savedBy(looked, order);
    const moves = Object.entries(modelMoves).filter(([, { to }]) => to === row.state);
    const names = saved === null ? moves.map(([name]) => name as ModelMoveName) : [saved.move];
    if (!names.some((name) => modelMove(name).from.includes(was.state))) {
      return `${order} went from ${was.state} to ${row.state} by ${names.join(" or ")}`;
    }
    return saved === null ? null : illegalActor(looked, order, was, saved);
  });

function illegalActor(
  { world }: Looked,
  order: string,
  was: Row,
  { move, by, what }: Process & { move: ModelMoveName },
) {
  if (what !== "command" || world.setting.baristas.includes(by)) return null;
  const mayCancel = move !== "cancel" || ownerMayCancel.includes(was.state);
  return (by !== ownerOf(order) || !mayCancel) && `${by} may not ${move} ${order}`;
}

export const oneClaimer: Check = (looked) =>
  find(
    rowsOf(looked.state),
    ([order, row]) => row.state === "MAKING" && row.claimer === null && `nobody makes ${order}`,
  ) ??
  find(steps(looked), ([order, was, row]) => {
    const saved = savedBy(looked, order);
    const isForeign = was.claimer !== null && saved?.by !== was.claimer && was.state === "MAKING";
    if (isForeign && (saved?.move === "unmake" || saved?.move === "complete"))
      return `${saved.by} did ${saved.move} what ${was.claimer} makes`;
    const changed = was.claimer !== null && row.claimer !== null && was.claimer !== row.claimer;
    return changed && was.state !== "COMPLETED" && `${order} went from ${was.claimer} to ${row.claimer}`;
  });

export const clocksLive: Check = (looked) =>
  find(rowsOf(looked.state), ([order, row]) => {
    if (hasEnded(row.state)) return null;
    if (row.clock === null) return `no clock runs for ${order}, which is ${row.state}`;
    return looked.isQuiet && row.clock === "up" && `the time of ${order} is up and nothing ends it`;
  }) ??
  find(steps(looked), ([order, was, row]) => {
    const isByClock = row.state === "EXPIRED" && was.state !== "EXPIRED";
    return isByClock && was.clock !== "up" && `${order} expired before its time`;
  });

export const repetitionsChangeNothing: Check = (looked) =>
  find(steps(looked), ([order, was, row]) => {
    const saved = savedBy(looked, order);
    return (
      saved?.message?.seen === true &&
      was.version !== row.version &&
      `a message that was dealt with changed ${order} again`
    );
  });
