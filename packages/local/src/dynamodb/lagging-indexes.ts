import { z } from "zod";
import type { Clock } from "../clock";
import type { DynamodbCall } from "./table-resource";

const Item = z.record(z.string(), z.unknown());
type Item = z.infer<typeof Item>;
const Described = z.object({
  Table: z.looseObject({
    KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
    AttributeDefinitions: z.array(z.unknown()),
    GlobalSecondaryIndexes: z
      .array(z.looseObject({ IndexName: z.string(), KeySchema: z.unknown(), Projection: z.unknown() }))
      .nullish(),
  }),
});
const ReadOfIndex = z.looseObject({ TableName: z.string(), IndexName: z.string() });
const ByKey = z.looseObject({ TableName: z.string(), Key: Item });
const ByItem = z.looseObject({ TableName: z.string(), Item });
const Transaction = z.looseObject({
  TransactItems: z.array(
    z.looseObject({ Put: ByItem.optional(), Update: ByKey.optional(), Delete: ByKey.optional() }),
  ),
});
const Batch = z.looseObject({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.looseObject({
        PutRequest: z.object({ Item }).optional(),
        DeleteRequest: z.object({ Key: Item }).optional(),
      }),
    ),
  ),
});

/** What a write touched: an item by its key, or the item itself. */
interface Touched {
  readonly table: string;
  readonly item: Item;
}

/**
 * Lets reads of an index see what was written so long ago: on AWS, too, an index follows its table, only sooner.
 * The table that an index is read from is a copy, to which each write comes late.
 */
export class LaggingIndexes {
  readonly #copies = new Map<string, Promise<TableCopy>>();

  constructor(
    private readonly engine: DynamodbCall,
    private readonly clock: Clock,
    private readonly lagMs: number,
  ) {}

  /** As the engine answers, but for what is read from an index. */
  readonly call: DynamodbCall = async (operation, input) => {
    if (operation === "Query" || operation === "Scan") {
      const ofIndex = ReadOfIndex.safeParse(input);
      // What is wrong with a request the engine says.
      if (!ofIndex.success) return this.engine(operation, input);
      const copy = await this.#copyOf(ofIndex.data.TableName);
      return this.engine(operation, { ...input, TableName: copy.name });
    }
    const answer = await this.engine(operation, input);
    for (const { table, item } of touchedBy(operation, input)) await this.#follow(table, item);
    return answer;
  };

  /** Copies what is there, so that only what is written from now on lags. */
  async begin(): Promise<void> {
    const { TableNames } = z
      .object({ TableNames: z.array(z.string()) })
      .parse(await this.engine("ListTables", {}));
    await Promise.all(TableNames.filter((name) => !isCopy(name)).map((name) => this.#copyOf(name)));
  }

  async #follow(table: string, item: Item): Promise<void> {
    const copy = await this.#copies.get(table);
    const write = await copy?.read(item);
    if (copy && write) this.clock.at(this.clock.now() + this.lagMs, () => copy.write(write));
  }

  #copyOf(table: string): Promise<TableCopy> {
    const known = this.#copies.get(table);
    if (known) return known;
    const made = TableCopy.of(this.engine, table);
    this.#copies.set(table, made);
    // A table that is not there may be created yet.
    made.catch(() => this.#copies.delete(table));
    return made;
  }
}

const suffix = ".lagging";

function isCopy(table: string): boolean {
  return table.endsWith(suffix);
}

type Write = () => Promise<unknown>;

class TableCopy {
  /** The clock may jump over many writes at once; they come in the order in which they were made all the same. */
  #written: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly engine: DynamodbCall,
    private readonly table: string,
    private readonly keys: readonly string[],
  ) {}

  get name(): string {
    return `${this.table}${suffix}`;
  }

  static async of(engine: DynamodbCall, table: string): Promise<TableCopy> {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = Described.parse(
      await engine("DescribeTable", { TableName: table }),
    ).Table;
    const copy = new TableCopy(
      engine,
      table,
      KeySchema.map(({ AttributeName }) => AttributeName),
    );
    // One that an earlier run left behind knows nothing of what was written since.
    await engine("DeleteTable", { TableName: copy.name }).catch(() => undefined);
    const indexes = GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
      ...{ IndexName, KeySchema, Projection },
    }));
    await engine("CreateTable", {
      ...{ TableName: copy.name, KeySchema, AttributeDefinitions, BillingMode: "PAY_PER_REQUEST" },
      ...(indexes && { GlobalSecondaryIndexes: indexes }),
    });
    await copy.#copyAll();
    return copy;
  }

  /** Reads an item as it is now; answers how to write it to the copy later. */
  async read(item: Item): Promise<Write> {
    const Key = Object.fromEntries(this.keys.map((name) => [name, item[name]]));
    const answer = await this.engine("GetItem", { TableName: this.table, Key, ConsistentRead: true });
    const TableName = this.name;
    if (answer.Item) return () => this.engine("PutItem", { TableName, Item: answer.Item });
    return () => this.engine("DeleteItem", { TableName, Key });
  }

  write(write: Write): void {
    // A machine that stops takes its engine with it.
    this.#written = this.#written.then(write).catch(() => undefined);
  }

  async #copyAll(): Promise<void> {
    const Page = z.object({ Items: z.array(Item).default([]), LastEvaluatedKey: Item.nullish() });
    let ExclusiveStartKey: Item | null | undefined;
    do {
      const page = Page.parse(
        await this.engine("Scan", {
          TableName: this.table,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      for (const each of page.Items) await this.engine("PutItem", { TableName: this.name, Item: each });
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
}

function touchedBy(operation: string, input: Record<string, unknown>): Touched[] {
  switch (operation) {
    case "PutItem":
      return [ofItem(ByItem.parse(input))];
    case "UpdateItem":
    case "DeleteItem":
      return [ofKey(ByKey.parse(input))];
    case "TransactWriteItems":
      return Transaction.parse(input).TransactItems.flatMap(({ Put, Update, Delete }) => [
        ...(Put ? [ofItem(Put)] : []),
        ...(Update ? [ofKey(Update)] : []),
        ...(Delete ? [ofKey(Delete)] : []),
      ]);
    case "BatchWriteItem":
      return Object.entries(Batch.parse(input).RequestItems).flatMap(([table, writes]) =>
        writes.flatMap(({ PutRequest, DeleteRequest }) => {
          const item = PutRequest?.Item ?? DeleteRequest?.Key;
          return item ? [{ table, item }] : [];
        }),
      );
    default:
      return [];
  }
}

function ofItem({ TableName, Item }: z.infer<typeof ByItem>): Touched {
  return { table: TableName, item: Item };
}

function ofKey({ TableName, Key }: z.infer<typeof ByKey>): Touched {
  return { table: TableName, item: Key };
}
