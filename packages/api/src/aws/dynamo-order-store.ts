import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  paginateScan,
  type QueryCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { errorFields, log } from "../log";
import type { FollowUp, OrderRef, OrderRow, Waiting } from "../orders/order-row";
import { followUpId, type OrderStore } from "../orders/order-store";
import { metCondition, wasWritten } from "./document-client";
import { fromItem, type Item, keyOf, livePartition, refOf, toItem } from "./order-item";
import { saveOrder } from "./save-order";

/** So many read the table at once where all of it is read: within one request, however many orders are kept. */
const scanSegments = 8;

/** The orders in DynamoDB: every change is one conditional write. */
export class DynamoOrderStore implements OrderStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(ref: OrderRef): Promise<OrderRow | null> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(ref), ConsistentRead: true }),
    );
    return Item === undefined ? null : fromItem(Item);
  }

  async create(row: OrderRow): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: toItem(row),
      ConditionExpression: "attribute_not_exists(PK)",
    });
    return metCondition(() => this.#client.send(put));
  }

  async save(read: OrderRow, next: OrderRow, followUp: FollowUp | null): Promise<boolean> {
    const owed = followUp === null ? null : { id: followUpId(next), followUp };
    return wasWritten(this.#client.send(saveOrder(this.#table, read, next, owed)));
  }

  async storeToken(ref: OrderRef, waiting: Waiting): Promise<boolean> {
    return this.#update(ref, {
      UpdateExpression: "SET TaskToken = :token, #wait = :wait, waitingFor = :for",
      ConditionExpression: "execution = :me AND #wait < :wait",
      ExpressionAttributeNames: { "#wait": "wait" },
      ExpressionAttributeValues: {
        ":token": waiting.taskToken,
        ":wait": waiting.wait,
        ":for": waiting.waitingFor,
        ":me": waiting.execution,
      },
    });
  }

  async removeFollowUp(ref: OrderRef, id: string): Promise<void> {
    const wasLast = await this.#update(ref, {
      UpdateExpression: "REMOVE pending.#id, PENDING, pendingSince",
      ConditionExpression: "attribute_exists(pending.#id) AND size(pending) = :one",
      ExpressionAttributeNames: { "#id": id },
      ExpressionAttributeValues: { ":one": 1 },
    });
    if (wasLast) return;
    await this.#update(ref, {
      UpdateExpression: "REMOVE pending.#id",
      ConditionExpression: "attribute_exists(pending.#id)",
      ExpressionAttributeNames: { "#id": id },
    });
  }

  async settlePending(ref: OrderRef): Promise<void> {
    await this.#update(ref, {
      UpdateExpression: "REMOVE PENDING, pendingSince",
      ConditionExpression: "size(pending) = :none",
      ExpressionAttributeValues: { ":none": 0 },
    });
  }

  async listLive(eventId: string, which: "open" | "completed"): Promise<OrderRow[]> {
    const items = await this.#all({
      IndexName: "live",
      KeyConditionExpression: "LIVE = :live",
      ExpressionAttributeValues: { ":live": livePartition(eventId, which) },
    });
    return items.flatMap(readableRow);
  }

  async listOfCustomer(userId: string, eventId: string, limit: number): Promise<OrderRow[]> {
    const found: OrderRow[] = [];
    const pages = this.#pages({
      IndexName: "by-customer",
      KeyConditionExpression: "USERID = :user",
      FilterExpression: "eventId = :shop",
      ExpressionAttributeValues: { ":user": userId, ":shop": eventId },
      ScanIndexForward: false,
      Limit: limit,
    });
    for await (const items of pages) {
      found.push(...items.flatMap(readableRow));
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  async listOfPerson(userId: string): Promise<OrderRef[]> {
    const indexes = [
      ["by-customer", "USERID"],
      ["by-barista", "baristaUserId"],
    ] as const;
    const lists = indexes.map(([IndexName, partition]) =>
      this.#all({
        IndexName,
        KeyConditionExpression: `${partition} = :user`,
        ExpressionAttributeValues: { ":user": userId },
        ProjectionExpression: "PK, SK",
      }),
    );
    return (await Promise.all(lists)).flat().map(refOf);
  }

  async listOfStaff(userId: string): Promise<OrderRef[]> {
    const segments = Array.from({ length: scanSegments }, (_, segment) => this.#scan(userId, segment));
    return (await Promise.all(segments)).flat();
  }

  async #scan(userId: string, segment: number): Promise<OrderRef[]> {
    const refs: OrderRef[] = [];
    const pages = paginateScan(
      { client: this.#client },
      {
        TableName: this.#table,
        ConsistentRead: true,
        FilterExpression: "contains(staff, :user)",
        ExpressionAttributeValues: { ":user": userId },
        ProjectionExpression: "PK, SK",
        Segment: segment,
        TotalSegments: scanSegments,
      },
    );
    for await (const { Items = [] } of pages) refs.push(...Items.map(refOf));
    return refs;
  }

  async listPending(before: number): Promise<OrderRef[]> {
    const items = await this.#all({
      IndexName: "pending",
      KeyConditionExpression: "PENDING = :pending AND pendingSince < :before",
      ExpressionAttributeValues: { ":pending": "pending", ":before": before },
    });
    return items.map(refOf);
  }

  async listDue(before: number): Promise<OrderRef[]> {
    const items = await this.#all({
      IndexName: "due",
      KeyConditionExpression: "#partition = :due AND due < :before",
      ExpressionAttributeNames: { "#partition": "DUE" },
      ExpressionAttributeValues: { ":due": "due", ":before": before },
    });
    return items.map(refOf);
  }

  async #all(query: Omit<QueryCommandInput, "TableName">): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of this.#pages(query)) items.push(...page);
    return items;
  }

  async *#pages(query: Omit<QueryCommandInput, "TableName">): AsyncGenerator<Item[]> {
    const pages = paginateQuery({ client: this.#client }, { TableName: this.#table, ...query });
    for await (const { Items = [] } of pages) yield Items;
  }

  #update(
    ref: OrderRef,
    update: Omit<ConstructorParameters<typeof UpdateCommand>[0], "TableName" | "Key">,
  ): Promise<boolean> {
    const command = new UpdateCommand({ TableName: this.#table, Key: keyOf(ref), ...update });
    return metCondition(() => this.#client.send(command));
  }
}

/** A row that somebody broke by hand must not take the whole queue with it. */
function readableRow(item: Item): OrderRow[] {
  try {
    return [fromItem(item)];
  } catch (error) {
    log("error", "unreadable order", { orderId: item.SK, ...errorFields(error) });
    return [];
  }
}
