import { decide } from "./decide";
import { hasEnded } from "./model-moves";
import {
  type Execution,
  isRunning,
  type Message,
  type ModelState,
  type Outcome,
  type Process,
  tokenOf,
  type Way,
} from "./model-state";
import type { Action, World } from "./world";

const replace = (state: ModelState, execution: Execution): ModelState => ({
  ...state,
  executions: state.executions.map((each) => (each.name === execution.name ? execution : each)),
});

/** The wait comes to its end, if it is still that one. */
export function endWait(
  { rules }: World,
  state: ModelState,
  order: string,
  token: string,
  outcome: Outcome,
): ModelState {
  const execution = state.executions.find((each) => each.at === "wait" && tokenOf(each) === token);
  if (execution !== undefined) {
    const raised = afterWait(execution, rules.waitRises);
    return replace(state, ends(raised, outcome, rules.recallIsCaught));
  }
  const row = state.rows[order];
  if (rules.tokenConcludesNothing || row === undefined || hasEnded(row.state)) return state;
  const expired = { ...row, state: "EXPIRED", version: row.version + 1, clock: null } as const;
  return { ...state, rows: { ...state.rows, [order]: expired } };
}

/** Each attempt at a wait has a token of its own, and a number that rises with it. */
function afterWait(execution: Execution, rises = true): Execution {
  return { ...execution, wait: execution.wait + (rises ? 1 : 0), tokens: execution.tokens + 1 };
}

function ends(execution: Execution, outcome: Outcome, recallIsCaught: boolean): Execution {
  if (outcome === "success") return goOn(execution, "next");
  const isRecall = outcome === "Recalled" && execution.waiter === "collection" && recallIsCaught;
  return goOn(execution, isRecall ? "recalled" : "end");
}

/** Where the workflow goes from a wait. */
export function goOn(execution: Execution, way: Way): Execution {
  if (way === "again") return { ...execution, at: "begin" };
  if (way === "recalled") return { ...execution, at: "begin", waiter: "barista" };
  if (way === "end") return { ...execution, at: "leave" };
  if (execution.waiter === "customer") return { ...execution, at: "begin", waiter: "barista" };
  return { ...execution, at: execution.waiter === "barista" ? "giveBack" : "finish" };
}

/** What each execution does next, and what may happen to it. */
export function executionActions(world: World, state: ModelState): Action[] {
  return state.executions.filter(isRunning).flatMap((execution) => {
    const actions = stepsOf(world, state, execution);
    if (state.left.stops > 0) {
      const left = { ...state.left, stops: state.left.stops - 1 };
      const next = replace({ ...state, left }, { ...execution, at: "stopped" });
      actions.push({ kind: "fault", says: `${execution.name} is stopped by hand`, next });
    }
    return actions;
  });
}

function stepsOf(world: World, state: ModelState, execution: Execution): Action[] {
  const { name, order } = execution;
  const step = (says: string, next: ModelState): Action => ({
    kind: "system",
    says: `${name} ${says}`,
    next,
  });
  const to = (at: Execution["at"], from = state) => replace(from, { ...execution, at });
  switch (execution.at) {
    case "reserve":
      return reserve(world, state, execution);
    case "findOut": {
      const why = findOutWhy(world, state, execution);
      if (why === "ordered") return [step("finds the order taken by another execution", to("already"))];
      return [step(`finds the shop ${why}`, replace(state, { ...execution, at: "refuse", cause: why }))];
    }
    case "refuse": {
      const event: Message = { type: "refused", order, execution: name, cause: execution.cause ?? "full" };
      return [step("puts the refusal", { ...to("refused"), bus: [...state.bus, event] })];
    }
    case "begin":
      return begin(state, execution);
    case "wait":
      return waiting(state, execution);
    case "decide":
      return decideOnTimeOut(world, state, execution);
    case "giveBack":
    case "leave": {
      const at = execution.at === "leave" ? "ended" : "begin";
      const next = {
        ...execution,
        at,
        waiter: at === "begin" ? ("collection" as const) : execution.waiter,
      } as const;
      return [step("gives its place back, if it has one", replace(giveBack(world, state, execution), next))];
    }
    case "finish":
      return [step("tells that the order is finished", to("finished"))];
    default:
      return [];
  }
}

function reserve({ rules, setting }: World, state: ModelState, execution: Execution): Action[] {
  const { name, order } = execution;
  const { open, leases } = state.shop;
  const holder = leases[order];
  const hasRoom = !rules.leaseNeedsRoom || Object.keys(leases).length < setting.places;
  const isFree = holder === undefined || !rules.leaseMustBeFree;
  const isMine = rules.leaseOwnEntryPasses && holder === name;
  if (!isMine && !(isFree && hasRoom && (open || !rules.leaseNeedsOpenShop))) {
    const says = `${name} gets no place`;
    return [{ kind: "system", says, next: replace(state, { ...execution, at: "findOut" }) }];
  }
  const taken = { ...state, shop: { ...state.shop, leases: { ...leases, [order]: name } } };
  const actions: Action[] = [
    {
      kind: "system",
      says: `${name} takes the place of ${order}`,
      next: replace(taken, { ...execution, at: "begin" }),
    },
  ];
  if (state.left.retries > 0) {
    const left = { ...state.left, retries: state.left.retries - 1 };
    actions.push({
      kind: "fault",
      says: `${name} takes the place of ${order}, but hears no answer`,
      next: { ...taken, left },
    });
  }
  return actions;
}

function findOutWhy({ rules }: World, state: ModelState, { name, order }: Execution) {
  const holder = state.shop.leases[order];
  const owner = state.rows[order]?.waiting?.execution;
  const isTaken = (holder !== undefined && holder !== name) || (owner !== undefined && owner !== name);
  if (isTaken && rules.secondExecutionTouchesNothing) return "ordered";
  return state.shop.open ? "full" : "closed";
}

function begin(state: ModelState, execution: Execution): Action[] {
  const { name, order, waiter, wait } = execution;
  const event: Message = { type: "wait", order, execution: name, wait, waiter, token: tokenOf(execution) };
  const put = { ...state, bus: [...state.bus, event] };
  const says = `${name} waits for the ${waiter} and hands out the token ${event.token}`;
  const actions: Action[] = [{ kind: "system", says, next: replace(put, { ...execution, at: "wait" }) }];
  if (state.left.retries > 0) {
    const left = { ...state.left, retries: state.left.retries - 1 };
    const next = replace({ ...put, left }, afterWait(execution));
    actions.push({ kind: "fault", says: `${says}, but hears no answer and will hand out another`, next });
  }
  return actions;
}

function waiting(state: ModelState, execution: Execution): Action[] {
  const row = state.rows[execution.order];
  const { left } = state;
  const timedOut = { ...afterWait(execution), at: "decide" } as const;
  const says = `the time of ${execution.name} for the ${execution.waiter} is up`;
  const actions: Action[] = [];
  if (row?.clock === "up") actions.push({ kind: "system", says, next: replace(state, timedOut) });
  else if (left.earlyTimeOuts > 0) {
    const next = replace({ ...state, left: { ...left, earlyTimeOuts: left.earlyTimeOuts - 1 } }, timedOut);
    actions.push({ kind: "fault", says: `${says}, not that of the row`, next });
  }
  if (left.handTokens > 0) {
    const next = replace(
      { ...state, left: { ...left, handTokens: left.handTokens - 1 } },
      goOn(afterWait(execution), "next"),
    );
    actions.push({ kind: "fault", says: `somebody returns the token ${tokenOf(execution)} by hand`, next });
  }
  return actions;
}

/** The function is asked again until it answers. */
function decideOnTimeOut(world: World, state: ModelState, { name, order, waiter }: Execution): Action[] {
  if (state.processes.some(({ timedOut }) => timedOut?.execution === name)) return [];
  const asked: Process = {
    what: "timeOut",
    by: name,
    order,
    timedOut: { execution: name, waiter },
    todo: { step: "answer", way: "end" },
  };
  const process = decide(world, state, asked);
  if (process === null) return [];
  const next = { ...state, processes: [...state.processes, process] };
  return [{ kind: "system", says: `${name} asks what its time-out means`, next }];
}

function giveBack({ rules }: World, state: ModelState, { name, order, at }: Execution): ModelState {
  const { [order]: holder, ...rest } = state.shop.leases;
  if (holder === undefined || (rules.leaseBackIfMine && holder !== name)) return state;
  if (!rules.leaseGivenBack && at === "leave") return state;
  return { ...state, shop: { ...state.shop, leases: rest } };
}
