import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Machine } from "../service";
import { EventError } from "./event-error";

/** A DynamoDB table that a namespace's handlers may read: `AWS::AppSync::DataSource`. */
export interface DynamodbSource {
  readonly name: string;
  readonly tableName: string;
}

/** What the data source answered: `ctx.result` or `ctx.error` of the response function. */
export type SourceAnswer =
  | { readonly result: unknown; readonly error: null }
  | { readonly result: null; readonly error: { readonly type: string; readonly message: string } };

const KeyValue = z.union([z.strictObject({ S: z.string() }), z.strictObject({ N: z.string() })]);
const GetItem = z.strictObject({
  operation: z.literal("GetItem"),
  key: z.record(z.string(), KeyValue),
  consistentRead: z.boolean().default(false),
  projection: z
    .strictObject({ expression: z.string(), expressionNames: z.record(z.string(), z.string()) })
    .optional(),
});

/**
 * Sends what a handler's request function returned to its table.
 * @throws EventError for anything but a GetItem request; what DynamoDB refuses is in the answer
 */
export async function askSource(
  machine: Machine,
  { name, tableName }: DynamodbSource,
  request: unknown,
): Promise<SourceAnswer> {
  const parsed = GetItem.safeParse(request);
  if (!parsed.success) throw unsupported(request, parsed.error);
  const { key, consistentRead, projection } = parsed.data;
  try {
    const { Item } = await machine.aws.call("dynamodb", "GetItem", {
      TableName: tableName,
      Key: key,
      ConsistentRead: consistentRead,
      ...(projection && {
        ProjectionExpression: projection.expression,
        ExpressionAttributeNames: projection.expressionNames,
      }),
    });
    return { result: Item === undefined ? null : fromItem(Item), error: null };
  } catch (cause) {
    const code = cause instanceof AwsError ? cause.code : "InternalServerError";
    const message = cause instanceof Error ? cause.message : String(cause);
    machine.log(`appsync: data source ${name}: ${code}: ${message}`);
    return { result: null, error: { type: `DynamoDB:${code}`, message } };
  }
}

function unsupported(request: unknown, { issues: [issue] }: z.ZodError): EventError {
  const operation = z.object({ operation: z.string() }).safeParse(request).data?.operation;
  if (operation !== undefined && operation !== "GetItem") {
    return new EventError("UnsupportedOperation", `${operation} is not supported here: only GetItem`);
  }
  const what = `${issue?.path.join(".") || "request"}: ${issue?.message}`;
  return new EventError("UnsupportedOperation", `The request function must return ddb.get(…): ${what}`);
}

function fromItem(item: unknown): unknown {
  return Object.fromEntries(
    Object.entries(z.record(z.string(), z.unknown()).parse(item)).map(([name, value]) => [
      name,
      fromAttributeValue(value),
    ]),
  );
}

/** As AppSync hands items over: plain values, sets as lists, binaries as base64. */
function fromAttributeValue(attribute: unknown): unknown {
  const [[type, value] = ["", undefined]] = Object.entries(
    z.record(z.string(), z.unknown()).parse(attribute),
  );
  if (type === "NULL") return null;
  if (type === "N") return Number(value);
  if (type === "NS") return z.array(z.string()).parse(value).map(Number);
  if (type === "M") return fromItem(value);
  if (type === "L") return z.array(z.unknown()).parse(value).map(fromAttributeValue);
  return value;
}
