import { afterAll, beforeAll, expect, test } from "vitest";
import { addressesOf } from "../addresses";
import type { AwsServices } from "../aws-server";
import { Assets } from "../deploy/assets";
import { machineForTests, temporaryFolder } from "../machine-for-tests";
import { parseOptions } from "../options";
import { createServices } from "../services";
import { readCoverage } from "./coverage.fixture";

const place = temporaryFolder();
const machine = machineForTests(place.folder);
let services: AwsServices;

beforeAll(async () => {
  const options = parseOptions(["--template", "x.json"]);
  if (options === "help") throw new Error("no help was asked for");
  services = await createServices({
    machine,
    options,
    addresses: addressesOf(options),
    assets: new Assets(new Map()),
    mail: async () => undefined,
    deployment: () => undefined,
    faults: undefined,
    onService: () => undefined,
  });
}, 60_000);
afterAll(async () => {
  for (const each of [...services.all].reverse()) await each.close?.();
  machine.clock.close();
  place.remove();
});

/** DynamoDB's are the engine's, which is asked for each in the walk. */
const engines = ["dynamodb", "dynamodbstreams"];

test("the README's tables name every operation that the services register, and no other", () => {
  const registered = services.all
    .filter(({ name }) => !engines.includes(name))
    .flatMap(({ name, operations = {} }) =>
      Object.keys(operations).map((operation) => `${name} ${operation}`),
    );
  const promised = readCoverage()
    .filter(({ service }) => !engines.includes(service))
    .map(({ service, operation }) => `${service} ${operation}`);
  expect(promised.toSorted()).toEqual(registered.toSorted());
  expect(new Set(promised).size).toBe(promised.length);
});
