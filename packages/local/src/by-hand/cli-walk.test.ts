import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../machine-for-tests";
import { AwsCli, hasAwsCli } from "./aws-cli.fixture";
import { cliEvents } from "./cli-events";
import { cliLogs } from "./cli-logs";
import { cliQueues } from "./cli-queues";
import { cliStack } from "./cli-stack";
import { cliStates } from "./cli-states";
import { cliTables } from "./cli-tables";
import { cliUsers } from "./cli-users";
import { readCoverage } from "./coverage.fixture";
import { openWalkPlace, type WalkPlace } from "./walk-place.fixture";

// Each call takes most of a second to start Python.
vi.setConfig({ testTimeout: 900_000 });

if (!hasAwsCli) process.stderr.write("/usr/bin/aws is not installed: the walk by the AWS CLI is skipped\n");

describe.skipIf(!hasAwsCli)("by the AWS CLI", () => {
  const { folder, remove } = temporaryFolder();
  let place: WalkPlace;
  let cli: AwsCli;
  beforeAll(async () => {
    place = await openWalkPlace();
    cli = new AwsCli(place.machine.aws, folder);
  }, 60_000);
  afterAll(async () => {
    await place.close();
    remove();
  });

  test("the CLI says who calls, puts an event, and shows an error by its name", async () => {
    expect(await cli.type("sts", "get-caller-identity", "--query", "Account", "--output", "text")).toBe(
      "000000000000\n",
    );
    const entry = { Source: "typed", DetailType: "Typed", Detail: '{"orderId":"1"}' };
    const put = await cli.type("events", "put-events", "--entries", JSON.stringify([entry]));
    expect(JSON.parse(put)).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: expect.any(String) }],
    });
    const failing = cli.type("events", "describe-rule", "--name", "Nobody");
    await expect(failing).rejects.toThrow("(ResourceNotFoundException)");
  });

  if (!process.env.TEST_FULL) return;

  for (const walk of [cliEvents, cliLogs, cliQueues, cliStates, cliUsers, cliTables, cliStack]) {
    walk(
      () => cli,
      () => place,
    );
  }

  test("every operation that the table promises to the CLI has been called and has answered", () => {
    const known = readCoverage().filter((row) => row.cli === "yes");
    const promised = known.map(({ service, operation }) => `${service} ${operation}`);
    expect([...cli.called].sort()).toEqual(promised.sort());
  });
});
