import { expect, test } from "vitest";
import { end, graphOf, start } from "./definition";
import { layoutGraph } from "./layout";

const definition = JSON.stringify({
  StartAt: "Reserve",
  States: {
    Reserve: {
      Type: "Task",
      Resource: "arn:aws:states:::dynamodb:updateItem",
      Next: "Wait",
      Catch: [
        { ErrorEquals: ["Full"], Next: "Refuse" },
        { ErrorEquals: ["States.ALL"], Next: "Refuse" },
      ],
    },
    Wait: {
      Type: "Task",
      Resource: "arn:aws:states:::events:putEvents.waitForTaskToken",
      Next: "Which",
      Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Which" }],
    },
    Which: { Type: "Choice", Choices: [{ Condition: "{% $go %}", Next: "Wait" }], Default: "Done" },
    Done: { Type: "Succeed" },
    Refuse: { Type: "Fail", Error: "Full" },
  },
});

test("every way between two states is one edge, an error's only where there is no other", () => {
  const { edges } = graphOf(definition);
  expect(edges).toEqual([
    { from: start, to: "Reserve", isError: false },
    { from: "Reserve", to: "Wait", isError: false },
    { from: "Reserve", to: "Refuse", isError: true },
    { from: "Wait", to: "Which", isError: false },
    { from: "Which", to: "Done", isError: false },
    { from: "Which", to: "Wait", isError: false },
    { from: "Done", to: end, isError: false },
    { from: "Refuse", to: end, isError: false },
  ]);
});

test("a task says which service it calls, and whether it waits", () => {
  const calls = graphOf(definition).nodes.map(({ name, calls }) => [name, calls]);
  expect(calls).toContainEqual(["Reserve", "dynamodb:updateItem"]);
  expect(calls).toContainEqual(["Wait", "events:putEvents · waits"]);
  expect(calls).toContainEqual(["Done", undefined]);
});

test("states are placed from top to bottom, none upon another", () => {
  const { nodes, edges, width, height } = layoutGraph(graphOf(definition));
  const at = (name: string) => nodes.find((node) => node.name === name)?.y ?? Number.NaN;
  expect(at(start)).toBeLessThan(at("Reserve"));
  expect(at("Reserve")).toBeLessThan(at("Wait"));
  expect(at("Wait")).toBeLessThan(at(end));
  for (const one of nodes) {
    expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
    expect(one.x + one.width / 2).toBeLessThanOrEqual(width);
    expect(one.y + one.height / 2).toBeLessThanOrEqual(height);
    for (const other of nodes) {
      if (one === other) continue;
      const isApart =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 ||
        Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
      expect(isApart, `${one.name} and ${other.name}`).toBe(true);
    }
  }
  for (const edge of edges) expect(edge.path).toMatch(/^M[\d.]+ [\d.]+[LQ]/);
});
