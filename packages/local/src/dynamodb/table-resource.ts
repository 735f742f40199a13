import { z } from "zod";
import { AwsError } from "../aws-error";
import { type Machine, type ResourceType, resourceType } from "../service";

export type DynamodbCall = (
  operation: string,
  input: Record<string, unknown>,
) => Promise<Record<string, unknown>>;

const flag = z.union([z.boolean(), z.stringbool()]);
const KeySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const Throughput = z.strictObject({
  ReadCapacityUnits: z.coerce.number(),
  WriteCapacityUnits: z.coerce.number(),
});
const Index = z.strictObject({
  IndexName: z.string(),
  KeySchema,
  Projection: z.strictObject({
    ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
  ProvisionedThroughput: Throughput.optional(),
  ContributorInsightsSpecification: z.unknown().optional(),
});
const Table = z.strictObject({
  TableName: z.string().optional(),
  KeySchema,
  AttributeDefinitions: z.array(
    z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) }),
  ),
  GlobalSecondaryIndexes: z.array(Index).default([]),
  LocalSecondaryIndexes: z.array(Index).optional(),
  BillingMode: z.enum(["PAY_PER_REQUEST", "PROVISIONED"]).optional(),
  ProvisionedThroughput: Throughput.optional(),
  StreamSpecification: z.strictObject({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
  PointInTimeRecoverySpecification: z.unknown().optional(),
  SSESpecification: z.unknown().optional(),
  Tags: z.unknown().optional(),
  DeletionProtectionEnabled: z.unknown().optional(),
  ContributorInsightsSpecification: z.unknown().optional(),
  TableClass: z.unknown().optional(),
});
type Table = z.infer<typeof Table>;
type Index = z.infer<typeof Index>;

const Existing = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
      }),
    )
    .nullish(),
});
type Existing = z.infer<typeof Existing>;

/** `AWS::DynamoDB::Table`: created once, indexes added later; keys never change. */
export function tableResource(machine: Machine, call: DynamodbCall): ResourceType {
  return resourceType<Table>({
    type: "AWS::DynamoDB::Table",
    properties: Table,
    awsOnly: [
      "PointInTimeRecoverySpecification",
      "SSESpecification",
      "Tags",
      "DeletionProtectionEnabled",
      "ContributorInsightsSpecification",
      "TableClass",
    ],
    async deploy({ logicalId, properties }) {
      const name = properties.TableName ?? logicalId;
      const existing = await describe(call, name);
      if (existing === undefined) await create(call, name, properties);
      else await update(call, name, properties, existing);
      await setTimeToLive(call, name, properties);
      const arn = `arn:aws:dynamodb:${machine.region}:${machine.account}:table/${name}`;
      return { ref: name, attributes: { Arn: arn, StreamArn: `${arn}/stream/local` } };
    },
  });
}

async function describe(call: DynamodbCall, name: string): Promise<Existing | undefined> {
  try {
    return Existing.parse((await call("DescribeTable", { TableName: name })).Table);
  } catch (cause) {
    if (cause instanceof AwsError && cause.code === "ResourceNotFoundException") return undefined;
    throw cause;
  }
}

async function create(call: DynamodbCall, name: string, table: Table): Promise<void> {
  await call("CreateTable", {
    TableName: name,
    KeySchema: table.KeySchema,
    AttributeDefinitions: table.AttributeDefinitions,
    BillingMode: "PAY_PER_REQUEST",
    ...(table.GlobalSecondaryIndexes.length > 0 && {
      GlobalSecondaryIndexes: table.GlobalSecondaryIndexes.map(indexInput),
    }),
    ...(table.LocalSecondaryIndexes && {
      LocalSecondaryIndexes: table.LocalSecondaryIndexes.map(indexInput),
    }),
    ...(table.StreamSpecification && {
      StreamSpecification: { StreamEnabled: true, ...table.StreamSpecification },
    }),
  });
}

async function update(call: DynamodbCall, name: string, table: Table, existing: Existing): Promise<void> {
  if (keyOf(table, table.KeySchema) !== keyOf(existing, existing.KeySchema)) {
    throw changed(`table ${name}: its KeySchema`);
  }
  const old = new Map((existing.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, index]));
  for (const index of table.GlobalSecondaryIndexes) {
    const before = old.get(index.IndexName);
    if (before !== undefined) {
      if (keyOf(table, index.KeySchema) === keyOf(existing, before.KeySchema)) continue;
      throw changed(`table ${name}: the KeySchema of index ${index.IndexName}`);
    }
    await call("UpdateTable", {
      TableName: name,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: indexInput(index) }],
    });
  }
}

function indexInput({ IndexName, KeySchema, Projection }: Index): Record<string, unknown> {
  return { IndexName, KeySchema, Projection };
}

interface Attributes {
  readonly AttributeDefinitions: readonly { AttributeName: string; AttributeType: string }[];
}

function keyOf(table: Attributes, schema: readonly { AttributeName: string; KeyType: string }[]): string {
  const types = new Map(table.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]));
  const parts = schema.map((key) => `${key.KeyType} ${key.AttributeName} ${types.get(key.AttributeName)}`);
  return parts.sort().join(", ");
}

function changed(what: string): AwsError {
  return new AwsError("ValidationException", `${what} has changed; start with --reset for new tables`);
}

async function setTimeToLive(call: DynamodbCall, name: string, table: Table): Promise<void> {
  const wanted = table.TimeToLiveSpecification;
  if (wanted?.AttributeName === undefined) return;
  const { TimeToLiveDescription } = z
    .object({
      TimeToLiveDescription: z.object({
        TimeToLiveStatus: z.string().optional(),
        AttributeName: z.string().nullish(),
      }),
    })
    .parse(await call("DescribeTimeToLive", { TableName: name }));
  const enabled = TimeToLiveDescription.TimeToLiveStatus === "ENABLED";
  if (enabled === wanted.Enabled) return;
  await call("UpdateTimeToLive", { TableName: name, TimeToLiveSpecification: wanted });
}
