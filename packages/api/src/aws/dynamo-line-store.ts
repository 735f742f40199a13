import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import { emptyLine, LineRow } from "../line/line-row";
import type { KeptLine, LineStore } from "../line/line-store";
import { errorFields, log } from "../log";
import { wasWritten } from "./document-client";

const LineItem = z.object({ revision: z.int().check(z.positive()), line: LineRow });

const lineKey = (eventId: string) => ({ PK: `line#${eventId}` });

/** The lines in DynamoDB: one small item a shop, in the table of its numbers. */
export class DynamoLineStore implements LineStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(eventId: string): Promise<KeptLine> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: lineKey(eventId), ConsistentRead: true }),
    );
    if (Item === undefined) return { row: emptyLine, revision: 0 };
    const item = LineItem.safeParse(Item);
    if (item.success) return { row: item.data.line, revision: item.data.revision };
    log("error", "unreadable line", { eventId, ...errorFields(item.error) });
    return { row: emptyLine, revision: z.catch(z.number(), 0).parse(Item.revision) };
  }

  async save(eventId: string, revision: number, line: LineRow): Promise<boolean> {
    const isNew = "attribute_not_exists(PK) OR attribute_not_exists(revision)";
    return wasWritten(
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...lineKey(eventId), revision: revision + 1, line },
          ConditionExpression: revision === 0 ? isNew : "revision = :read",
          ...(revision > 0 && { ExpressionAttributeValues: { ":read": revision } }),
        }),
      ),
    );
  }
}
