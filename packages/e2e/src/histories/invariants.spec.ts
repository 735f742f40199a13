import { expect, test } from "@playwright/test";
import type { Told, View } from "./audience";
import type { Call, Caller } from "./call";
import type { Evidence } from "./evidence";
import { invariants } from "./invariants";
import type { OrderItem } from "./tables";

const minute = 60_000;
const step = (
  version: number,
  state: OrderItem["ORDERSTATE"],
  by: "customer" | "barista" | "clock" | "shop",
) => ({
  ...{ version, state, by, at: version * minute },
  message: state === "SUBMITTED" ? "Number 7: Espresso ordered." : state,
});

/** A cancelled order with a number, as it should be. */
const row: OrderItem = {
  ...{ PK: "orders#histories", SK: "a", eventId: "histories", USERID: "ada", code: "CODE" },
  ...{ ORDERSTATE: "CANCELLED", version: 4, orderNumber: 7, day: "2026-11-22", extensionsLeft: 2 },
  ...{
    createdAt: minute,
    submittedAt: 3 * minute,
    closedAt: 4 * minute,
    execution: "run-1",
    waitingFor: "barista",
  },
  keys: ["submit", "cancel"].map((command) => ({ key: command, command, userId: "ada" })),
  history: [
    step(1, "REQUESTED", "customer"),
    step(2, "CREATED", "shop"),
    step(3, "SUBMITTED", "customer"),
    step(4, "CANCELLED", "customer"),
  ],
  pending: {},
};

const ada: Caller = { name: "ada", sub: "ada", role: "customer" };

function call(command: "submit" | "cancel", version: number, state: OrderItem["ORDERSTATE"]): Call {
  const order = { state, version, number: 7, extensionsLeft: 2 };
  const times = { invokedAt: version, answeredAt: version + 0.5 };
  return { caller: ada, orderId: "a", command, key: command, answered: { kind: "order", order }, ...times };
}

const view: View = {
  ...{ caller: ada, channel: "customer", highest: new Map([["a", 4]]), wentBack: [] },
  list: { orders: [{ id: "a", state: "CANCELLED", version: 4, number: 7 }], missing: {} },
};
const heard: Told[] = (
  [
    [2, "CREATED"],
    [3, "SUBMITTED"],
    [4, "CANCELLED"],
  ] as const
).map(([version, state]) => ({
  ...{ channel: "customer", sub: "ada", text: "" },
  order: { id: "a", version, state, number: version > 2 ? 7 : null },
}));
const calls = [call("submit", 3, "SUBMITTED"), call("cancel", 4, "CANCELLED")];

const waiting: OrderItem = { ...row, ORDERSTATE: "SUBMITTED", due: 9 * minute, DUE: "due" };

const evidence: Evidence = {
  histories: [{ orderId: "a", owner: null, begunAt: 0, calls }],
  ...{ rows: [row], redeemed: [{ sub: "ada", key: "k", orderIds: ["a", "a"] }] },
  shop: { inFlight: {}, maxOrdersInQueue: 2, drinksPerCode: 2, maxExtensions: 2 },
  codes: [{ code: "CODE", orders: [] }],
  ...{
    places: [0, 1, 2],
    waiting: [waiting],
    closures: [],
    told: heard,
    views: [view],
    strange: [],
    sent: [],
  },
  ...{ running: new Set<string>(), stopped: new Set<string>(), lasted: { from: 0, until: 9 * minute } },
  ...{ settledSeconds: 3, disagreements: [], isFeedWhole: true, losesWriteAnswers: false, perturbed: 1 },
  redriven: { events: 5, changes: [] },
};

function broken(change: Partial<Evidence>): string[] {
  return invariants.flatMap(({ id, check }) =>
    check({ ...evidence, ...change }).violations.length > 0 ? id : [],
  );
}

const withRow = (change: Partial<OrderItem>) => ({ rows: [{ ...row, ...change }] });
const { history } = row;
const told = (version: number, state: OrderItem["ORDERSTATE"], sub = "ada") => ({
  told: [
    ...heard,
    { channel: "customer" as const, sub, order: { id: "a", version, state, number: 7 }, text: "" },
  ],
});

test("all seventeen are there, each once, and what went well breaks none", () => {
  expect(invariants.map(({ id }) => id)).toEqual(Array.from({ length: 17 }, (_, index) => `I${index + 1}`));
  expect(broken({})).toEqual([]);
});

const cases: [id: string, what: string, change: Partial<Evidence>][] = [
  ["I1", "one command with two effects", withRow({ keys: row.keys.slice(1) })],
  ["I2", "one basket that began two orders", { redeemed: [{ sub: "ada", key: "k", orderIds: ["a", "b"] }] }],
  ["I2", "an order without the number that it had", withRow({ orderNumber: undefined })],
  ["I3", "a place too many", { places: [3] }],
  ["I3", "a place that is kept", { shop: { ...evidence.shop, inFlight: { a: "run-1" } } }],
  ["I3", "a code's place that was not given back", { codes: [{ code: "CODE", orders: ["a"] }] }],
  ["I4", "a number given twice", { rows: [row, { ...row, SK: "b" }] }],
  [
    "I5",
    "a move that is none",
    withRow({
      history: [
        ...history.slice(0, 2),
        { ...step(3, "MAKING", "barista") },
        step(4, "CANCELLED", "customer"),
      ],
    }),
  ],
  [
    "I5",
    "a version left out",
    withRow({ version: 5, history: [...history.slice(0, 3), step(5, "CANCELLED", "customer")] }),
  ],
  [
    "I6",
    "an answer that no order of events explains",
    {
      histories: [
        { orderId: "a", owner: null, begunAt: 0, calls: [...calls, call("submit", 5, "SUBMITTED")] },
      ],
    },
  ],
  ["I7", "a customer who is told what is not so", told(3, "MAKING")],
  ["I8", "a change that nobody heard", { told: heard.slice(0, 2) }],
  ["I8", "a screen that its resync left behind", { views: [{ ...view, list: { orders: [], missing: {} } }] }],
  ["I9", "a screen that went back", { views: [{ ...view, wentBack: ["a"] }] }],
  ["I10", "an order that nobody ends", withRow({ ORDERSTATE: "SUBMITTED", due: undefined })],
  ["I10", "an order that nobody would have ended", { waiting: [{ ...waiting, DUE: undefined }] }],
  [
    "I11",
    "a time-out whose workflow goes on",
    {
      running: new Set(["run-1"]),
      ...withRow({ history: [...history.slice(0, 3), step(4, "EXPIRED", "clock")] }),
    },
  ],
  ["I12", "an order that a closed shop let in", { closures: [{ from: 0, until: 3 * minute }] }],
  ["I13", "a message to somebody else", told(3, "SUBMITTED", "bob")],
  [
    "I13",
    "a token in an answer",
    { sent: [{ kind: "answer", from: "GET /orders/a 200", text: '{"TaskToken":"x"}' }] },
  ],
  [
    "I14",
    "an order that was let in twice",
    withRow({ history: [...history.slice(0, 2), step(3, "CREATED", "shop")] }),
  ],
  ["I15", "a change by events that came again", { redriven: { events: 1, changes: ["a"] } }],
  ["I16", "two that never agreed", { disagreements: ["a"] }],
  ["I16", "two that agreed too late", { settledSeconds: 121 }],
  [
    "I17",
    "a step in a time that was not",
    withRow({ history: [...history.slice(0, 3), { ...step(4, "CANCELLED", "customer"), at: 60 * minute }] }),
  ],
];

test("I6 lets a command be told of what followed it only where the table's answer to its write may be lost", () => {
  const [submit = call("submit", 3, "SUBMITTED"), cancel = submit] = calls;
  const whileCancelled = { ...call("submit", 4, "CANCELLED"), invokedAt: submit.invokedAt, answeredAt: 5 };
  const ofCalls = (...each: Call[]) => [{ orderId: "a", owner: null, begunAt: 0, calls: each }];
  const toldLate = { histories: ofCalls(whileCancelled, cancel) };
  expect(broken(toldLate)).toContain("I6");
  expect(broken({ ...toldLate, losesWriteAnswers: true })).toEqual([]);
  const tooLate = { ...whileCancelled, invokedAt: cancel.answeredAt + 0.1 };
  expect(broken({ histories: ofCalls(tooLate, cancel), losesWriteAnswers: true })).toContain("I6");
  const untrue = { ...whileCancelled, ...call("submit", 5, "CANCELLED"), invokedAt: submit.invokedAt };
  expect(broken({ histories: ofCalls(untrue, cancel), losesWriteAnswers: true })).toContain("I6");
});

for (const [id, what, change] of cases) {
  test(`${id} finds ${what}`, () => {
    expect(broken(change)).toContain(id);
  });
}
