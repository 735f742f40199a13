import { expect, test } from "vitest";
import { describeVerdict } from "./describe-verdict";
import type { Outcome } from "./robot-customer";
import { coverageFault, verdictOf, widthFault } from "./verdict";

const at = (seconds: number, range: [number, number] | null = [60, 100]): Outcome => ({
  ending: "collected",
  number: 1,
  submittedAt: 0,
  readyAt: seconds * 1000,
  told: { at: 0, ahead: 0, wait: range && { fromSeconds: range[0], toSeconds: range[1] } },
});
const nobody: Outcome = { ending: "turned away", number: null, submittedAt: null, readyAt: null, told: null };
const times = (count: number, outcome: Outcome) => Array.from({ length: count }, () => outcome);

test("a verdict counts what was promised and what came of it", () => {
  const verdict = verdictOf([
    ...times(70, at(80)),
    ...times(20, at(50)),
    ...times(10, at(120)),
    at(90, null),
    nobody,
  ]);
  expect(verdict).toMatchObject({
    visits: 102,
    ready: 101,
    told: 100,
    covered: 0.9,
    early: 0.2,
    waitP50: 80,
  });
  expect(verdict).toMatchObject({
    width: 0.5,
    widthEach: 0.5,
    endings: { collected: 101, "turned away": 1 },
  });
  expect([coverageFault(verdict), widthFault(verdict)]).toEqual([null, null]);
  expect(describeVerdict(verdict)).toContain("90.0 % ready by its upper end");
});

test("a promise that is broken too often, too vague, or made to too few is a fault", () => {
  expect(coverageFault(verdictOf([...times(79, at(80)), ...times(21, at(120))]))).toContain("later");
  expect(coverageFault(verdictOf(times(100, at(80))))).toContain("further away");
  expect(coverageFault(verdictOf(times(39, at(80))))).toContain("39 orders");
  expect(coverageFault(verdictOf([]))).toContain("0 orders");
  expect(widthFault(verdictOf(times(100, at(80, [50, 99]))))).toContain("wide");
});
