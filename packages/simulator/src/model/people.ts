import { decide } from "./decide";
import type { ModelMoveName } from "./model-moves";
import { hasEnded } from "./model-moves";
import type { ModelState, Process } from "./model-state";
import { running } from "./process-steps";
import type { Action, World } from "./world";

const ownersMoves: readonly ModelMoveName[] = ["extend", "submit", "cancel"];
const baristasMoves: readonly ModelMoveName[] = ["make", "unmake", "complete", "recall", "collect", "cancel"];

/** What customers and baristas may do now. A request that would be refused changes nothing and is left out. */
export function peopleActions(world: World, state: ModelState): Action[] {
  return [...commands(world, state), ...repeats(world, state), ...scans(world, state), ...closing(state)];
}

function commands(world: World, state: ModelState): Action[] {
  if (state.left.commands === 0) return [];
  const left = { ...state.left, commands: state.left.commands - 1 };
  const { customers, baristas } = world.setting;
  const actions: Action[] = [];
  for (const order of Object.keys(state.rows)) {
    const people = [
      ...customers.map((by) => ({ by, moves: ownersMoves })),
      ...distinct(baristas, state).map((by) => ({ by, moves: baristasMoves })),
    ];
    for (const { by, moves } of people) {
      for (const move of moves) {
        // Only a request that may come again needs a name.
        const key = state.left.repeats === 0 ? undefined : `key-${state.sent.length + 1}`;
        const request = { what: "command", by, order, move, ...(key !== undefined && { key }) } as const;
        const next = asked(world, { ...state, left }, request);
        if (next !== null) actions.push({ kind: "person", says: `${by} wants to ${move} ${order}`, next });
      }
    }
  }
  return actions;
}

/** The request has come in, if it is not refused at once. */
function asked(world: World, state: ModelState, request: Omit<Process, "todo">): ModelState | null {
  const process = decide(world, state, { ...request, todo: { step: "answer", way: "end" } });
  if (process === null) return null;
  const { move, by, order, key } = request;
  const begun = running(state, process);
  if (state.left.repeats === 0 || move === undefined || key === undefined) return begun;
  const isKnown = state.sent.some((each) => each.key === key);
  return isKnown ? begun : { ...begun, sent: [...state.sent, { move, by, order, key }] };
}

/** Of people who have done nothing yet it is enough that the first acts: the others are the same. */
function distinct(people: readonly string[], state: ModelState): string[] {
  const text = JSON.stringify([state.rows, state.processes, state.sent]);
  const firstNew = people.findIndex((person) => !text.includes(`"${person}"`));
  return people.filter((person, index) => index === firstNew || text.includes(`"${person}"`));
}

function repeats(world: World, state: ModelState): Action[] {
  if (state.left.repeats === 0) return [];
  const left = { ...state.left, repeats: state.left.repeats - 1 };
  const from = { ...state, left, sent: left.repeats === 0 ? [] : state.sent };
  return state.sent.flatMap(({ move, by, order, key }) => {
    const next = asked(world, from, { what: "command", by, order, move, key });
    if (next === null) return [];
    return [{ kind: "fault" as const, says: `${by}'s request to ${move} ${order} is sent again`, next }];
  });
}

/** Each request of a customer is named: the same one may come again, another one is a second tab. */
function scans(world: World, state: ModelState): Action[] {
  if (state.left.scans === 0) return [];
  const left = { ...state.left, scans: state.left.scans - 1 };
  const { customers } = world.setting;
  const known = JSON.stringify([state.customers, state.processes]);
  const firstNew = customers.findIndex((customer) => !known.includes(`"${customer}"`));
  return customers.flatMap((by, index) => {
    if (firstNew !== -1 && index > firstNew) return [];
    return [`${by}-1`, `${by}-2`].flatMap((order) => {
      const next = asked(world, { ...state, left }, { what: "scan", by, order });
      if (next === null) return [];
      return [{ kind: "person" as const, says: `${by} scans the code, for ${order}`, next }];
    });
  });
}

function closing(state: ModelState): Action[] {
  if (state.left.closings === 0) return [];
  const left = { ...state.left, closings: state.left.closings - 1 };
  const shop = { ...state.shop, open: !state.shop.open };
  return [
    {
      kind: "person",
      says: shop.open ? "the shop opens" : "the shop closes",
      next: { ...state, left, shop },
    },
  ];
}

/** The time of an order runs out. */
export function clockActions(state: ModelState): Action[] {
  if (state.left.ticks === 0) return [];
  const left = { ...state.left, ticks: state.left.ticks - 1 };
  return Object.entries(state.rows).flatMap(([order, row]) => {
    if (row.clock !== "runs" || hasEnded(row.state)) return [];
    const rows = { ...state.rows, [order]: { ...row, clock: "up" as const } };
    return [
      {
        kind: "clock" as const,
        says: `the time of ${order} is up (${row.state})`,
        next: { ...state, left, rows },
      },
    ];
  });
}
