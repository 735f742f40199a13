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

const wayOut = "; change it back, retain it (DeletionPolicy), or start with --reset for new tables";

const Projection = z.object({
  ProjectionType: z.string().optional(),
  NonKeyAttributes: z.array(z.string()).nullish(),
});
type Projection = z.infer<typeof Projection>;

const Existing = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
        Projection: Projection.nullish(),
      }),
    )
    .nullish(),
});
type Existing = z.infer<typeof Existing>;

/**
 * `AWS::DynamoDB::Table`: created once, indexes are added, built anew and removed later; its own keys never
 * change, and one with items in it is never removed.
 */
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
    refOf: ({ logicalId, properties }) => properties.TableName ?? logicalId,
    async problems({ logicalId, properties }) {
      const name = properties.TableName ?? logicalId;
      const existing = await describe(call, name);
      const isSame = existing === undefined || keysOf(properties) === keysOf(existing);
      return isSame ? [] : [`table ${name}: its KeySchema has changed, which would lose its items${wayOut}`];
    },
    removal: {
      problems: async (name) =>
        (await hasItems(call, name))
          ? [`table ${name}: the template no longer has it, which would lose its items${wayOut}`]
          : [],
      async remove(name) {
        if ((await describe(call, name)) !== undefined) await call("DeleteTable", { TableName: name });
      },
    },
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

/** Indexes hold nothing of their own: one that changed is removed and built again from the items. */
async function update(call: DynamodbCall, name: string, table: Table, existing: Existing): Promise<void> {
  const old = existing.GlobalSecondaryIndexes ?? [];
  const wanted = new Map(table.GlobalSecondaryIndexes.map((each) => [each.IndexName, indexOf(table, each)]));
  const kept = old.filter((each) => indexOf(existing, each) === wanted.get(each.IndexName));
  for (const { IndexName } of old.filter((each) => !kept.includes(each))) {
    await call("UpdateTable", { TableName: name, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] });
  }
  const isKept = (index: Index) => kept.some(({ IndexName }) => IndexName === index.IndexName);
  for (const index of table.GlobalSecondaryIndexes.filter((each) => !isKept(each))) {
    await call("UpdateTable", {
      TableName: name,
      AttributeDefinitions: table.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: indexInput(index) }],
    });
  }
}

async function hasItems(call: DynamodbCall, name: string): Promise<boolean> {
  if ((await describe(call, name)) === undefined) return false;
  const { Items } = await call("Scan", { TableName: name, Limit: 1 });
  return Array.isArray(Items) && Items.length > 0;
}

function indexInput({ IndexName, KeySchema, Projection }: Index): Record<string, unknown> {
  return { IndexName, KeySchema, Projection };
}

interface Attributes {
  readonly AttributeDefinitions: readonly { AttributeName: string; AttributeType: string }[];
}

type Key = readonly { AttributeName: string; KeyType: string }[];

function keyOf(table: Attributes, schema: Key): string {
  const types = new Map(table.AttributeDefinitions.map((each) => [each.AttributeName, each.AttributeType]));
  const parts = schema.map((key) => `${key.KeyType} ${key.AttributeName} ${types.get(key.AttributeName)}`);
  return parts.sort().join(", ");
}

/** What of a table can never change without losing its items. */
function keysOf(table: Attributes & { KeySchema: Key }): string {
  return keyOf(table, table.KeySchema);
}

function indexOf(table: Attributes, index: { KeySchema: Key; Projection?: Projection | null }): string {
  const { ProjectionType = "ALL", NonKeyAttributes } = index.Projection ?? {};
  return `${keyOf(table, index.KeySchema)} ${ProjectionType} ${[...(NonKeyAttributes ?? [])].sort()}`;
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
