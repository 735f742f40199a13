import { readFileSync } from "node:fs";
import { eventType, ShopUnavailable, WaitEvent } from "@serverlesspresso/contracts/event";
import { eventSource } from "@serverlesspresso/contracts/names";
import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const Catcher = z.object({
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  Assign: z.record(z.string(), z.unknown()).optional(),
});

const State = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.unknown().optional(),
  Arguments: z.record(z.string(), z.unknown()).optional(),
  Assign: z.record(z.string(), z.unknown()).optional(),
  Retry: z.array(z.object({ ErrorEquals: z.array(z.string()) })).default([]),
  Catch: z.array(Catcher).default([]),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).default([]),
  Default: z.string().optional(),
  Next: z.string().optional(),
});
type State = z.infer<typeof State>;

const PutEvents = z.object({
  Entries: z.tuple([
    z.object({
      EventBusName: z.string(),
      Source: z.string(),
      DetailType: z.string(),
      Detail: z.record(z.string(), z.unknown()),
    }),
  ]),
});

const text = readFileSync(new URL("order-processor.asl.json", import.meta.url), "utf8");
const raw = JSON.parse(text);
const { StartAt, States } = z
  .object({ QueryLanguage: z.literal("JSONata"), StartAt: z.string(), States: z.record(z.string(), State) })
  .parse(raw);

const states = Object.entries(States);
const waits = states.filter(([, { Resource }]) => Resource?.endsWith(".waitForTaskToken"));
const puts = states.filter(([, { Resource }]) => Resource?.startsWith("arn:aws:states:::events:"));

function stateCalled(name: string): State {
  const state = States[name];
  if (state === undefined) throw new Error(`There is no state ${name}.`);
  return state;
}

function entryOf(state: State) {
  return PutEvents.parse(state.Arguments).Entries[0];
}

/** The states of an order for which everything goes well. */
function goodPath(): string[] {
  const path = [StartAt];
  for (let next = stateCalled(StartAt).Next; next !== undefined; next = stateCalled(next).Next)
    path.push(next);
  return path;
}

describe("the definition", () => {
  it("is valid Amazon States Language", () => {
    expect(validate(raw)).toMatchObject({ isValid: true });
  });

  it("takes exactly the substitutions that the stack makes", () => {
    const used = new Set(text.match(/\$\{\w+\}/g));
    expect([...used].sort()).toEqual(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of CloudFormation
      ["${ConfigTable}", "${DeadLettersUrl}", "${EventBusName}", "${OrderTable}", "${OrderTimedOutArn}"],
    );
  });

  it("uses only services that do what is asked: DynamoDB's own integration cannot wait for a token", () => {
    expect(new Set(states.flatMap(([, { Resource }]) => Resource ?? []))).toEqual(
      new Set([
        "arn:aws:states:::aws-sdk:sqs:sendMessage",
        "arn:aws:states:::dynamodb:updateItem",
        "arn:aws:states:::events:putEvents",
        "arn:aws:states:::events:putEvents.waitForTaskToken",
        "arn:aws:states:::lambda:invoke",
        "arn:aws:states:::aws-sdk:dynamodb:transactGetItems",
      ]),
    );
  });
});

describe("an order that goes well", () => {
  it("passes at most 7 states", () => {
    expect(goodPath().length).toBeLessThanOrEqual(7);
  });

  it("waits for the customer, for the barista, gives its place back, waits for collection, finishes", () => {
    expect(goodPath()).toEqual([
      "ReservePlace",
      "WaitForCustomer",
      "WaitForBarista",
      "GivePlaceBack",
      "WaitForCollection",
      "FinishOrder",
    ]);
  });
});

describe("every event", () => {
  it.each(puts)("of %s goes to our bus under our source, with a type of contracts", (_name, state) => {
    const { EventBusName, Source, DetailType } = entryOf(state);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of CloudFormation
    expect(EventBusName).toBe("${EventBusName}");
    expect(Source).toBe(eventSource);
    expect(Object.values(eventType)).toContain(DetailType);
  });

  it("has the type that its handler listens for", () => {
    const typeOf = (name: string) => entryOf(stateCalled(name)).DetailType;
    expect(typeOf("WaitForCustomer")).toBe(eventType.workflowStarted);
    expect(typeOf("WaitForBarista")).toBe(eventType.waitingForBarista);
    expect(typeOf("WaitForCollection")).toBe(eventType.waitingForCollection);
    expect(typeOf("FinishOrder")).toBe(eventType.orderFinished);
    expect(typeOf("RefuseOrder")).toBe(eventType.shopUnavailable);
  });

  it("of a wait says all that its handler reads", () => {
    for (const [, state] of waits) {
      expect(Object.keys(entryOf(state).Detail)).toEqual(
        expect.arrayContaining([...Object.keys(WaitEvent.shape), "at"]),
      );
    }
  });

  it("of a refusal says all that its handler reads", () => {
    const { Detail } = entryOf(stateCalled("RefuseOrder"));
    expect(Object.keys(Detail)).toEqual(
      expect.arrayContaining([...Object.keys(ShopUnavailable.shape), "at"]),
    );
  });
});

describe("every wait", () => {
  it("is one of three", () => {
    expect(waits.map(([name]) => name)).toEqual(["WaitForCustomer", "WaitForBarista", "WaitForCollection"]);
  });

  it.each(waits)(
    "%s ends by the clock, by cancellation, by a foreign order and by any other error",
    (_, state) => {
      expect(state.TimeoutSeconds).toBe("{% $seconds %}");
      const caught = state.Catch.flatMap(({ ErrorEquals }) => ErrorEquals);
      expect(caught).toEqual(
        expect.arrayContaining(["States.Timeout", "Cancelled", "AlreadyOrdered", "States.TaskFailed"]),
      );
    },
  );

  it.each(waits)("%s is begun again only after throttling and errors of the bus itself", (_, state) => {
    for (const error of state.Retry.flatMap(({ ErrorEquals }) => ErrorEquals)) {
      expect(error).toMatch(/^EventBridge\./);
    }
  });

  it.each(waits)("%s raises its number with each attempt, for each hands out another token", (_, state) => {
    expect(entryOf(state).Detail.wait).toBe("{% $wait + $states.context.State.RetryCount %}");
  });

  it("is followed by a higher number wherever another wait may come", () => {
    const raised = "{% $wait + $states.context.State.RetryCount + 1 %}";
    for (const [name, state] of waits) {
      if (name !== "WaitForCollection") expect(state.Assign?.wait).toBe(raised);
      for (const { Next, Assign } of state.Catch)
        if (Next !== "LeaveQueue") expect(Assign?.wait).toBe(raised);
    }
  });

  it("for collection goes back to the barista when the drink is recalled", () => {
    const recalled = stateCalled("WaitForCollection").Catch.find(({ ErrorEquals }) =>
      ErrorEquals.includes("Recalled"),
    );
    expect(recalled?.Next).toBe("WaitForBarista");
  });
});

describe("a place", () => {
  const waysOutOf = (state: State) => [
    ...[state.Next, state.Default].filter((next) => next !== undefined),
    ...state.Catch.map(({ Next }) => Next),
    // Once an order waits for collection its place is given back already.
    ...state.Choices.filter(({ Condition }) => !Condition.includes("'collection'")).map(({ Next }) => Next),
  ];

  it("is given back on every way from its reservation to an end", () => {
    const endsReached: string[] = [];
    const seen = new Set<string>();
    const walk = (name: string) => {
      if (seen.has(name) || name === "GivePlaceBack" || name === "LeaveQueue") return;
      seen.add(name);
      const ways = waysOutOf(stateCalled(name));
      if (ways.length === 0) endsReached.push(name);
      for (const next of ways) walk(next);
    };
    walk("WaitForCustomer");
    expect(endsReached).toEqual([]);
    expect(seen).toContain("WaitForBarista");
  });

  it.each(["GivePlaceBack", "LeaveQueue"])(
    "is given back by %s only by the execution that holds it",
    (name) => {
      const { Arguments } = stateCalled(name);
      expect(Arguments).toMatchObject({
        UpdateExpression: "REMOVE inFlight.#order",
        ConditionExpression: "inFlight.#order = :me",
      });
    },
  );

  it("is reserved by one condition that lets an execution repeat itself and nobody oversell", () => {
    expect(stateCalled("ReservePlace").Arguments?.ConditionExpression).toBe(
      "inFlight.#order = :me OR (attribute_not_exists(inFlight.#order) AND ((#open = :true AND NOT lastOrdersAt <= :started) OR (#open = :false AND reopensAt <= :started)) AND size(inFlight) < maxOrdersInQueue)",
    );
  });

  it("that another execution of the order holds is left alone", () => {
    expect(stateCalled("AlreadyOrdered")).toMatchObject({ Type: "Succeed" });
  });
});
