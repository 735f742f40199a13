import type { IncomingMessage, ServerResponse } from "node:http";
import type { Machine, Operation, Service } from "../service";
import { endSurvivor, foreignEngine, startEngine } from "./engine";
import { EngineClient } from "./engine-client";
import { tableResource } from "./table-resource";
import { TtlSweeper } from "./ttl-sweeper";

export const dynamodbTarget = "DynamoDB_20120810";
export const streamsTarget = "DynamoDBStreams_20120810";

export interface DynamodbService extends Service {
  /** Where the engine itself listens as long as this machine runs. */
  readonly endpoint: string;
  /** Hands a request of either target on to the engine without reading it: the hot path. */
  proxy(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** DynamoDB, by the dynoxide engine or one that already runs at `DYNAMODB_ENDPOINT`. */
export async function createDynamodbService(machine: Machine): Promise<DynamodbService> {
  const foreign = process.env.DYNAMODB_ENDPOINT;
  if (foreign) await endSurvivor(machine.dataFolder);
  const log = (message: string) => machine.log(message);
  const engine = foreign ? foreignEngine(foreign) : await startEngine(machine.dataFolder, log);
  const client = new EngineClient(engine);
  const endpoint = (await engine.endpoint()).href;
  const call = (operation: string, input: Record<string, unknown>) =>
    client.call(`${dynamodbTarget}.${operation}`, input);
  const sweeper = new TtlSweeper(machine, call);
  return {
    name: "dynamodb",
    endpoint,
    targetPrefix: dynamodbTarget,
    jsonVersion: "1.0",
    operations: everyOperation(call),
    resources: [tableResource(machine, call)],
    proxy: (request, response) => client.proxy(request, response),
    start: async () => sweeper.start(),
    close: async () => {
      await sweeper.close();
      client.close();
      await engine.close();
    },
  };
}

/** The engine knows its operations, and refuses what it does not know. */
function everyOperation(call: (operation: string, input: Record<string, unknown>) => Promise<object>) {
  return new Proxy<Record<string, Operation>>(
    {},
    { get: (_, operation) => (input: Record<string, unknown>) => call(String(operation), input) },
  );
}
