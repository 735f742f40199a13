import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dayAttributes } from "@serverlesspresso/contracts/day-attributes";

/** Where the engine that packages/local uses is installed; undefined on machines that have none. */
export function engineBinary(): string | undefined {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json")),
      "dynoxide",
    );
  } catch {
    return undefined;
  }
}

/** A DynamoDB of its own, in memory, with the order table's keys and the indexes that the stores ask. */
export class DynamoEngine {
  private constructor(
    readonly client: DynamoDBDocumentClient,
    readonly process: ChildProcess,
  ) {}

  static async start(binary: string): Promise<DynamoEngine> {
    const port = await freePort();
    const engine = spawn(binary, ["--host", "127.0.0.1", "--port", String(port)], { stdio: "ignore" });
    const client = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      maxAttempts: 20,
    });
    await client.send(new ListTablesCommand({}));
    const options = { marshallOptions: { removeUndefinedValues: true } };
    return new DynamoEngine(DynamoDBDocumentClient.from(client, options), engine);
  }

  async createOrderTable(name: string): Promise<void> {
    const indexes = [
      ["live", "LIVE", "TS"],
      ["by-customer", "USERID", "TS"],
      ["by-barista", "baristaUserId", "TS"],
      ["pending", "PENDING", "pendingSince"],
      ["due", "DUE", "due"],
    ] as const;
    await this.client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: keys("PK", "SK"),
        AttributeDefinitions: [
          ...["PK", "SK", "LIVE", "USERID", "baristaUserId", "PENDING", "DUE", "shopDay"].map(
            (AttributeName) => ({
              AttributeName,
              AttributeType: "S" as const,
            }),
          ),
          ...["TS", "pendingSince", "due"].map((AttributeName) => ({
            AttributeName,
            AttributeType: "N" as const,
          })),
        ],
        GlobalSecondaryIndexes: [
          ...indexes.map(([IndexName, partition, sort]) => ({
            IndexName,
            KeySchema: keys(partition, sort),
            Projection: { ProjectionType: "ALL" as const },
          })),
          {
            IndexName: "day",
            KeySchema: keys("shopDay", "TS"),
            Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...dayAttributes] },
          },
        ],
      }),
    );
  }

  async createTable(name: string): Promise<void> {
    await this.client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: "PAY_PER_REQUEST",
        KeySchema: [{ AttributeName: "PK", KeyType: "HASH" }],
        AttributeDefinitions: [{ AttributeName: "PK", AttributeType: "S" }],
      }),
    );
  }

  stop(): void {
    this.client.destroy();
    this.process.kill("SIGTERM");
  }
}

function keys(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
