import { hasEnded, modelMove, ownerMayCancel, waiterOf, waiters } from "./model-moves";
import { type ModelState, ownerOf, type Process, type Row, type Waiting, type Way } from "./model-state";
import type { World } from "./world";

/** What a process does next in view of what it reads now; null if nothing, then it is at its end. */
export function decide(world: World, state: ModelState, process: Process): Process | null {
  switch (process.what) {
    case "command":
      return decideCommand(world, state, process);
    case "wait":
      return decideWait(world, state, process);
    case "refusal":
      return decideRefusal(world, state, process);
    case "timeOut":
      return decideTimeOut(world, state, process);
    case "sweep":
      return decideSweep(state, process);
    case "scan":
      return decideScan(world, state, process);
  }
}

function decideCommand({ setting, rules }: World, state: ModelState, process: Process): Process | null {
  const row = state.rows[process.order];
  const { move, by, key } = process;
  if (row === undefined || move === undefined) return null;
  if (rules.idempotencyKeys && key !== undefined && row.keys.includes(key)) return null;
  if (rules.expectedState && !modelMove(move).from.includes(row.state)) return null;
  const isBarista = setting.baristas.includes(by);
  const isOwner = ownerOf(process.order) === by || (!rules.ownerOnly && !isBarista);
  const { by: actors } = modelMove(move);
  if (move === "cancel") {
    if (!isBarista && !(isOwner && ownerMayCancel.includes(row.state))) return null;
  } else if (isBarista) {
    if (!actors.includes("barista") && !actors.includes("claimer")) return null;
    const isForeign = actors.includes("claimer") && row.claimer !== null && row.claimer !== by;
    if (isForeign && rules.claimerOnly) return null;
  } else if (!isOwner || !actors.includes("owner")) return null;
  if (move === "extend" && row.extensionsLeft === 0) return null;
  return {
    ...process,
    todo: { step: "save", read: row, move, number: rules.numberByOneAdd ? null : state.counter },
  };
}

function decideWait(world: World, state: ModelState, process: Process): Process | null {
  const { rules } = world;
  const { message } = process;
  if (message?.type !== "wait") return null;
  const row = state.rows[process.order];
  const end = (outcome: "Cancelled" | "AlreadyOrdered"): Process => ({
    ...process,
    todo: { step: "end", token: message.token, outcome },
  });
  if (row === undefined) {
    return rules.handPutGetsRow ? { ...process, todo: { step: "create" } } : null;
  }
  const isRequested = row.state === "REQUESTED" && row.waiting === null;
  if (isRequested || (!rules.admitsOnlyRequested && message.waiter === "customer" && !hasEnded(row.state))) {
    return { ...process, todo: { step: "save", read: row, move: "admit", number: null } };
  }
  if (row.waiting === null) return rules.neverAdmittedWaitFails ? end("Cancelled") : null;
  if (row.waiting.execution !== message.execution && rules.sameExecutionOnly) {
    return rules.foreignWaitFails ? end("AlreadyOrdered") : null;
  }
  const isOther = row.waiting.token !== message.token;
  if (message.wait > row.waiting.wait || (!rules.laterWaitOnly && isOther)) {
    return { ...process, todo: { step: "store" } };
  }
  return isOther ? null : settle(world, state, process);
}

/** The row may have moved on before its token was there to be named: then the wait ends as the row says. */
export function settle({ rules }: World, state: ModelState, process: Process): Process | null {
  const { message } = process;
  if (message?.type !== "wait" || !rules.settlesAfterStoring) return null;
  const end = (outcome: "success" | "Cancelled" | "Recalled"): Process => ({
    ...process,
    todo: { step: "end", token: message.token, outcome },
  });
  const row = state.rows[process.order];
  if (row === undefined) return end("Cancelled");
  if (row.state === "COLLECTED") return end("success");
  if (hasEnded(row.state)) return end(rules.settlesCancelled ? "Cancelled" : "success");
  if (isAhead(row, message)) return end("success");
  if (isRecalled(row, message)) return rules.settlesRecalled ? end("Recalled") : null;
  const lags = placeOf(row) < waiters.indexOf(message.waiter);
  return lags && !rules.laggingRowKeepsToken ? end("Cancelled") : null;
}

function placeOf(row: Row): number {
  const waiter = waiterOf(row.state);
  return waiter === null ? waiters.length : waiters.indexOf(waiter);
}

const isAhead = (row: Row, { waiter }: Pick<Waiting, "waiter">) => placeOf(row) > waiters.indexOf(waiter);

function isRecalled(row: Row, { waiter }: Pick<Waiting, "waiter">): boolean {
  return waiter === "collection" && row.wasReady && waiterOf(row.state) === "barista";
}

function decideRefusal({ rules }: World, state: ModelState, process: Process): Process | null {
  const row = state.rows[process.order];
  if (row === undefined || hasEnded(row.state)) return null;
  if (rules.refusesOnlyRequested && row.state !== "REQUESTED") return null;
  return { ...process, todo: { step: "save", read: row, move: "refuse", number: null } };
}

function decideTimeOut({ rules }: World, state: ModelState, process: Process): Process | null {
  const row = state.rows[process.order];
  const { timedOut } = process;
  if (timedOut === undefined) return null;
  const way = row === undefined ? "end" : wayOn(row, timedOut);
  const isInThatWait = way === "again" || !rules.timeOutOnlyInThatWait;
  if (row !== undefined && isInThatWait && !hasEnded(row.state)) {
    if (row.clock === "up" || !rules.timeOutOnlyWhenDue) {
      const collects = row.state === "COMPLETED" && rules.timeOutOnlyInThatWait;
      return {
        ...process,
        todo: { step: "save", read: row, move: collects ? "collect" : "expire", number: null },
      };
    }
  }
  return { ...process, todo: { step: "answer", way: rules.timeOutSaysWhereToGo ? way : "end" } };
}

/** Where the workflow goes on after a wait whose time is up. */
export function wayOn(row: Row, timedOut: Pick<Waiting, "execution" | "waiter">): Way {
  if (row.waiting !== null && row.waiting.execution !== timedOut.execution) return "end";
  if (row.state === "COLLECTED") return timedOut.waiter === "collection" ? "next" : "end";
  if (hasEnded(row.state)) return "end";
  if (isAhead(row, timedOut)) return "next";
  return isRecalled(row, timedOut) ? "recalled" : "again";
}

function decideSweep(state: ModelState, process: Process): Process | null {
  const row = state.rows[process.order];
  if (row === undefined || hasEnded(row.state) || row.clock !== "up") return null;
  const move = row.state === "COMPLETED" ? "collect" : "expire";
  return { ...process, todo: { step: "save", read: row, move, number: null } };
}

function decideScan({ setting, rules }: World, state: ModelState, process: Process): Process | null {
  const customer = state.customers[process.by] ?? { version: 0, order: null, answered: [] };
  if (rules.repeatedScanKnown) {
    if (state.rows[process.order] !== undefined) return null;
    if (customer.answered.includes(process.order)) return null;
  }
  const latest = customer.order === null ? undefined : state.rows[customer.order];
  const inProgress = latest !== undefined && !hasEnded(latest.state);
  if (!inProgress && rules.codeNeedsRoom && state.codeOrders.length >= setting.codePlaces) return null;
  const parts = inProgress ? (["customer"] as const) : (["place", "customer", "order"] as const);
  return { ...process, todo: { step: "enter", customer, parts } };
}
