import type { OrderMove } from "@serverlesspresso/contracts/order-state";
import { beforeEach, describe, expect, it } from "vitest";
import { Bar } from "../fakes/bar";
import { isRecalled } from "./enter-wait";
import type { OrderRow, WaitingFor } from "./order-row";
import { type Step, takeStep } from "./take-step";
import { timeOutStep } from "./time-out-order";

let submitted: OrderRow;

beforeEach(async () => {
  submitted = await (await new Bar().reach("SUBMITTED")).row();
});

/** What is owed after this move out of this wait. */
function owedAfter(move: OrderMove, waitingFor: WaitingFor, step: Partial<Step> = {}) {
  const waiting = { execution: "run-1", wait: 1, waitingFor, taskToken: "token" };
  const told: Step = { move, by: "clock", at: 1, message: "", event: null, outcome: "success", ...step };
  return takeStep({ ...submitted, waiting, code: null }, told).followUp;
}

describe("what a step owes", () => {
  it.each<[OrderMove, WaitingFor]>([
    ["submit", "customer"],
    ["complete", "barista"],
    ["collect", "collection"],
    ["recall", "collection"],
    ["cancel", "barista"],
    ["refuse", "customer"],
    ["expire", "customer"],
  ])("is the token of the wait that it ends: %s, waiting for the %s", (move, waitingFor) => {
    expect(owedAfter(move, waitingFor)).toEqual({ at: 1, token: { taskToken: "token", outcome: "success" } });
  });

  it.each<[OrderMove, WaitingFor]>([
    ["submit", "barista"],
    ["complete", "customer"],
    ["collect", "barista"],
    ["recall", "barista"],
    ["admit", "customer"],
    ["extend", "customer"],
    ["make", "barista"],
    ["unmake", "barista"],
  ])("is no token where it ends no wait, or not that one: %s, waiting for the %s", (move, waitingFor) => {
    expect(owedAfter(move, waitingFor)).toBeNull();
  });

  it("is the place on its code where it ends without a drink, and nothing else of it", () => {
    const expired: Step = { move: "expire", by: "clock", at: 1, message: "", event: null };
    const row = { ...submitted, code: "CODE" };
    expect(takeStep(row, expired).followUp).toEqual({ at: 1, places: { userId: "carla", code: "CODE" } });
    expect(takeStep({ ...row, code: null }, expired).followUp).toBeNull();
    const collected: Step = { ...expired, move: "collect" };
    expect(takeStep({ ...row, waiting: null }, collected).followUp).toBeNull();
  });
});

describe("the clock", () => {
  it("does nothing to an order without a time, or that has ended", () => {
    const late = Number.MAX_SAFE_INTEGER;
    expect(timeOutStep(submitted, late)).toMatchObject({ move: "expire" });
    expect(timeOutStep({ ...submitted, due: null }, late)).toBeNull();
    expect(timeOutStep({ ...submitted, state: "CANCELLED" }, late)).toBeNull();
  });
});

describe("a recalled order", () => {
  it("is one that was ready and is made again while its workflow waits for collection", () => {
    const again: OrderRow = { ...submitted, state: "MAKING", completedAt: 1 };
    expect(isRecalled(again, "collection")).toBe(true);
    expect(isRecalled({ ...again, completedAt: null }, "collection")).toBe(false);
    expect(isRecalled(again, "barista")).toBe(false);
    expect(isRecalled({ ...again, state: "COMPLETED" }, "collection")).toBe(false);
  });
});
