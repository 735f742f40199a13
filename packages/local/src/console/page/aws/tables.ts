import * as z from "zod/mini";
import { Item } from "./attribute-value";
import { callAws } from "./call";

const dynamodb = (operation: string) => `DynamoDB_20120810.${operation}`;
const Names = z.object({ TableNames: z.array(z.string()) });
const Keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Described = z.object({
  Table: z.object({
    TableName: z.string(),
    ItemCount: z.optional(z.number()),
    KeySchema: Keys,
    AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
    GlobalSecondaryIndexes: z.optional(z.array(z.object({ IndexName: z.string(), KeySchema: Keys }))),
  }),
});

export interface KeyAttribute {
  readonly name: string;
  /** `S`, `N` or `B` */
  readonly type: string;
}

/** What can be queried: the table itself, whose name is empty, or one of its indexes. */
export interface Index {
  readonly name: string;
  readonly partition: KeyAttribute;
  readonly sort: KeyAttribute | undefined;
}

export interface Table {
  readonly name: string;
  readonly indexes: readonly [Index, ...Index[]];
}

export async function listTables(): Promise<string[]> {
  return (await callAws(Names, dynamodb("ListTables"))).TableNames;
}

export async function describeTable(TableName: string): Promise<Table> {
  const { Table: table } = await callAws(Described, dynamodb("DescribeTable"), { TableName });
  const indexOf = (name: string, keys: z.infer<typeof Keys>): Index => {
    const key = (type: string) => {
      const found = keys.find(({ KeyType }) => KeyType === type)?.AttributeName;
      const definition = table.AttributeDefinitions.find(({ AttributeName }) => AttributeName === found);
      return found === undefined ? undefined : { name: found, type: definition?.AttributeType ?? "S" };
    };
    return { name, partition: key("HASH") ?? { name: "", type: "S" }, sort: key("RANGE") };
  };
  const further = (table.GlobalSecondaryIndexes ?? []).map((each) => indexOf(each.IndexName, each.KeySchema));
  return { name: TableName, indexes: [indexOf("", table.KeySchema), ...further] };
}

const Page = z.object({ Items: z._default(z.array(Item), []), LastEvaluatedKey: z.optional(Item) });
export type Page = z.infer<typeof Page>;

const pageSize = 25;
type ReadInput = Readonly<Record<string, unknown>>;

/** One page of a Query or Scan whose conditions are already in the words of DynamoDB. */
export function readPage(operation: "Query" | "Scan", input: ReadInput): Promise<Page> {
  return callAws(Page, dynamodb(operation), { Limit: pageSize, ...input });
}
