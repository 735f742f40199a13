import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import type { DynamodbCall } from "./table-resource";

/** By the machine's clock. AWS promises no more than "within a few days"; reads filter on the attribute until then. */
const periodMs = 15 * 60_000;
/** As on AWS: what seems to have expired longer ago is taken for a mistake and kept. */
const oldestSeconds = 5 * 365 * 24 * 3600;
const pageItems = 1000;
const deletesAtOnce = 20;

const Tables = z.object({ TableNames: z.array(z.string()), LastEvaluatedTableName: z.string().optional() });
const TimeToLive = z.object({
  TimeToLiveDescription: z.object({
    TimeToLiveStatus: z.string().optional(),
    AttributeName: z.string().nullish(),
  }),
});
const Described = z.object({
  Table: z.object({ KeySchema: z.array(z.object({ AttributeName: z.string() })) }),
});
const Item = z.record(z.string(), z.unknown());
const Scanned = z.object({ Items: z.array(Item).default([]), LastEvaluatedKey: Item.nullish() });

/** Deletes the items of all tables that are past their TTL attribute, whoever made the table. */
export class TtlSweeper {
  #cancel: () => void = () => {};
  #isClosed = false;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly machine: Machine,
    private readonly call: DynamodbCall,
  ) {}

  start(): void {
    if (this.#isClosed) return;
    this.#cancel = this.machine.clock.at(this.machine.clock.now() + periodMs, () => {
      this.#sweeping = this.sweep()
        .catch((cause) => {
          if (!this.#isClosed) this.machine.log(`dynamodb: expired items were not deleted: ${cause}`);
        })
        .then(() => this.start());
    });
  }

  /** Resolves once nothing more is asked of the engine. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancel();
    await this.#sweeping;
  }

  async sweep(): Promise<void> {
    let ExclusiveStartTableName: string | undefined;
    do {
      const { TableNames, LastEvaluatedTableName } = Tables.parse(
        await this.call("ListTables", { ...(ExclusiveStartTableName && { ExclusiveStartTableName }) }),
      );
      for (const name of TableNames) await this.#sweepTable(name);
      ExclusiveStartTableName = LastEvaluatedTableName;
    } while (ExclusiveStartTableName !== undefined && !this.#isClosed);
  }

  async #sweepTable(TableName: string): Promise<void> {
    const { TimeToLiveDescription } = TimeToLive.parse(await this.call("DescribeTimeToLive", { TableName }));
    const { TimeToLiveStatus, AttributeName } = TimeToLiveDescription;
    if (TimeToLiveStatus !== "ENABLED" || !AttributeName) return;
    const { KeySchema } = Described.parse(await this.call("DescribeTable", { TableName })).Table;
    const keys = KeySchema.map((key) => key.AttributeName);
    const now = Math.floor(this.machine.clock.now() / 1000);
    const expired = {
      names: { "#ttl": AttributeName },
      values: { ":from": { N: String(now - oldestSeconds) }, ":now": { N: String(now) } },
      condition: "#ttl BETWEEN :from AND :now",
    };
    let ExclusiveStartKey: z.infer<typeof Item> | null | undefined;
    do {
      const page = Scanned.parse(
        await this.call("Scan", {
          TableName,
          Limit: pageItems,
          FilterExpression: expired.condition,
          ProjectionExpression: keys.map((_, index) => `#key${index}`).join(", "),
          ExpressionAttributeNames: {
            ...expired.names,
            ...Object.fromEntries(keys.map((key, index) => [`#key${index}`, key])),
          },
          ExpressionAttributeValues: expired.values,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      await this.#deleteAll(TableName, page.Items, expired);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey && !this.#isClosed);
  }

  async #deleteAll(
    TableName: string,
    keys: readonly object[],
    { names, values, condition }: { names: object; values: object; condition: string },
  ): Promise<void> {
    for (let from = 0; from < keys.length && !this.#isClosed; from += deletesAtOnce) {
      const some = keys.slice(from, from + deletesAtOnce);
      const deletions = some.map((Key) =>
        this.call("DeleteItem", {
          TableName,
          Key,
          // Whoever gave it more time meanwhile keeps it.
          ConditionExpression: condition,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        }).catch((cause) => {
          if (!(cause instanceof AwsError && cause.code === "ConditionalCheckFailedException")) throw cause;
        }),
      );
      await Promise.all(deletions);
    }
  }
}
