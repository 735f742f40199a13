import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readCoverage } from "./coverage.fixture";
import { walkEvents } from "./walk-events";
import { walkLambda } from "./walk-lambda";
import { walkLogs } from "./walk-logs";
import { openWalkPlace, type WalkPlace } from "./walk-place.fixture";
import { walkSqs } from "./walk-sqs";
import { walkStates } from "./walk-states";
import { walkTables } from "./walk-tables";
import { walkUsers } from "./walk-users";
import { walkWire } from "./walk-wire";

// A call may wait for a worker to start, on a machine that has much else to do.
vi.setConfig({ testTimeout: 30_000 });

let place: WalkPlace;
beforeAll(async () => {
  place = await openWalkPlace();
}, 60_000);
afterAll(() => place.close());

for (const walk of [walkEvents, walkLambda, walkLogs, walkSqs, walkStates, walkUsers, walkTables, walkWire]) {
  walk(() => place);
}

test("every operation that the table promises has been called and has answered", () => {
  const promised = readCoverage().map(({ service, operation }) => `${service} ${operation}`);
  expect([...place.called].sort()).toEqual(promised.sort());
});
