import { type Check, find, type Looked } from "./check";
import { endedWithoutDrink, hasEnded } from "./model-moves";

export const placesHold: Check = (looked) => {
  const { world, state, isQuiet } = looked;
  const { setting } = world;
  const leases = Object.entries(state.shop.leases);
  if (leases.length > setting.places)
    return `${leases.length} orders have the shop's ${setting.places} places`;
  if (state.codeOrders.length > setting.codePlaces)
    return "more orders were made with the code than it has places";
  return executionsPlace(looked) ?? lostPlace(looked) ?? (isQuiet ? unusedPlace(looked) : null);
};

function executionsPlace({ before, state }: Looked): string | null {
  return find(state.executions, (execution) => {
    const { name, order, at } = execution;
    const holder = state.shop.leases[order];
    if (at === "refuse" && holder === name) return `${name} is refused and has a place`;
    if (at === "ended" && holder === name) return `${name} has ended and keeps its place`;
    const isNew = at === "refuse" && before !== null && !before.executions.includes(execution);
    return isNew && holder !== undefined && `${name} refuses ${order}, for which ${holder} has a place`;
  });
}

function lostPlace({ before, state }: Looked): string | null {
  return find(Object.entries(before?.shop.leases ?? {}), ([order, holder]) => {
    const now = state.shop.leases[order];
    if (now === holder) return null;
    if (now !== undefined) return `the place of ${order} went from ${holder} to ${now}`;
    const row = state.rows[order];
    const isNeeded = row !== undefined && !hasEnded(row.state) && row.state !== "COMPLETED" && !row.wasReady;
    const stepped = state.executions.find((execution) => before?.executions.includes(execution) === false);
    if (stepped !== undefined && stepped.name !== holder)
      return `${stepped.name} gave back what ${holder} holds`;
    return isNeeded && stepped === undefined && `${order} lost the place that ${holder} holds`;
  });
}

function unusedPlace({ state }: Looked): string | null {
  return (
    find(Object.entries(state.shop.leases), ([order, holder]) => {
      const row = state.rows[order];
      const isOver = row === undefined || row.state === "COMPLETED" || hasEnded(row.state);
      return isOver && `${holder} keeps a place for ${order}, which is ${row?.state ?? "nowhere"}`;
    }) ??
    find(state.codeOrders, (order) => {
      const row = state.rows[order];
      return (row === undefined || endedWithoutDrink(row.state)) && `the code keeps a place for ${order}`;
    })
  );
}

export const closedAdmitsNothing: Check = ({ before, state }) =>
  before === null || before.shop.open
    ? null
    : find(
        Object.keys(state.shop.leases),
        (order) => before.shop.leases[order] === undefined && `the closed shop took ${order}`,
      );
