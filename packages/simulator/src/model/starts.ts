import { type Bounds, emptyShop, type ModelState, nothing, type Setting } from "./model-state";
import { newRow } from "./process-steps";
import { allRules } from "./rules";
import { actionsOf } from "./search";

export const setting: Setting = {
  customers: ["carla", "dora"],
  baristas: ["ana", "ben"],
  places: 1,
  codePlaces: 1,
  handTokens: false,
  phones: false,
};

const everything = { setting: { ...setting, phones: true }, rules: allRules };

/** Carla has scanned the code: her order asks for a place. */
export const asked: ModelState = {
  ...emptyShop,
  rows: { "carla-1": { ...newRow, code: true } },
  codeOrders: ["carla-1"],
  customers: { carla: { version: 1, order: "carla-1", answered: [] } },
  bus: [{ type: "newOrder", order: "carla-1" }],
};

/** The event that starts a workflow was put by hand. */
export const putByHand: ModelState = { ...emptyShop, bus: [{ type: "newOrder", order: "carla-1" }] };

export const goodDay = [
  "carla wants to submit carla-1",
  "ana wants to make carla-1",
  "ana wants to complete carla-1",
];
const reached = { CREATED: 0, SUBMITTED: 1, MAKING: 2, COMPLETED: 3 };

/** Carla's order as far on its way as `state`, everything else at rest. */
export function reach(state: keyof typeof reached, start = asked): ModelState {
  let now = atRest(start);
  for (const says of goodDay.slice(0, reached[state])) now = atRest(taken(now, says));
  return { ...now, left: nothing };
}

/** Carla and Dora both have to choose. */
export const twoCreated: ModelState = (() => {
  const carlas = reach("CREATED");
  const both: ModelState = {
    ...carlas,
    rows: { ...carlas.rows, "dora-1": { ...newRow, code: true } },
    codeOrders: ["carla-1", "dora-1"],
    customers: { ...carlas.customers, dora: { version: 1, order: "dora-1", answered: [] } },
    bus: [{ type: "newOrder", order: "dora-1" }],
  };
  return atRest(both, 2);
})();

function atRest(state: ModelState, places = 1): ModelState {
  const world = { ...everything, setting: { ...everything.setting, places, codePlaces: places } };
  const action = actionsOf(world, state).find(({ kind }) => kind === "system");
  return action === undefined ? state : atRest(action.next, places);
}

function taken(state: ModelState, says: string): ModelState {
  const ready = { ...state, left: { ...nothing, commands: 1 } };
  const action = actionsOf(everything, ready).find((each) => each.says === says);
  if (action === undefined) throw new Error(`Nobody can do this now: ${says}`);
  return action.next;
}

/** The event that started the workflow is still to come a second time. */
export const startedTwice = (from: ModelState): ModelState => ({
  ...from,
  bus: [...from.bus, { type: "newOrder", order: "carla-1" }],
});

export function bounded(state: ModelState, bounds: Partial<Bounds>): ModelState {
  return { ...state, left: { ...nothing, ...bounds } };
}
