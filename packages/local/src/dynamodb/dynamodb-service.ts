import type { IncomingMessage, ServerResponse } from "node:http";
import type { Machine, Operation, Service } from "../service";
import { answerBy } from "./answer-by";
import { endSurvivor, foreignEngine, startEngine } from "./engine";
import { EngineClient } from "./engine-client";
import { LaggingIndexes } from "./lagging-indexes";
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

/**
 * DynamoDB, by the dynoxide engine or one that already runs at `DYNAMODB_ENDPOINT`.
 * @param indexLagSeconds by which an index is behind its table; 0: each read sees every write
 */
export async function createDynamodbService(machine: Machine, indexLagSeconds = 0): Promise<DynamodbService> {
  const foreign = process.env.DYNAMODB_ENDPOINT;
  if (foreign) await endSurvivor(machine.dataFolder);
  const log = (message: string) => machine.log(message);
  const engine = foreign ? foreignEngine(foreign) : await startEngine(machine.dataFolder, log);
  const client = new EngineClient(engine);
  const endpoint = (await engine.endpoint()).href;
  const direct = (operation: string, input: Record<string, unknown>) =>
    client.call(`${dynamodbTarget}.${operation}`, input);
  const lagging =
    indexLagSeconds > 0 ? new LaggingIndexes(direct, machine.clock, indexLagSeconds * 1000) : null;
  const call = lagging?.call ?? direct;
  const operations = everyOperation(call);
  const sweeper = new TtlSweeper(machine, call);
  return {
    name: "dynamodb",
    endpoint,
    targetPrefix: dynamodbTarget,
    jsonVersion: "1.0",
    operations,
    resources: [tableResource(machine, call)],
    proxy: (request, response) =>
      lagging && isOfTables(request)
        ? answerBy(operations, request, response)
        : client.proxy(request, response),
    start: async () => {
      await lagging?.begin();
      sweeper.start();
    },
    close: async () => {
      await sweeper.close();
      client.close();
      await engine.close();
    },
  };
}

/** Not of their streams. */
export function isOfTables({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return headers["x-amz-target"]?.toString().startsWith(`${dynamodbTarget}.`) ?? false;
}

/** The engine knows its operations, and refuses what it does not know. */
function everyOperation(call: (operation: string, input: Record<string, unknown>) => Promise<object>) {
  return new Proxy<Record<string, Operation>>(
    {},
    { get: (_, operation) => (input: Record<string, unknown>) => call(String(operation), input) },
  );
}
