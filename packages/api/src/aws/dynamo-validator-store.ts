import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { CodeWindow } from "../qr-code/code-window";
import type { CustomerRow } from "../qr-code/customer-row";
import type { CodeRow, Entrance, ValidatorStore } from "../qr-code/validator-store";
import { metCondition, wasWritten } from "./document-client";
import { type Item, toItem } from "./order-item";
import {
  codeItems,
  codeKey,
  customerKey,
  customerPut,
  placeUpdate,
  toCode,
  toCustomer,
  windowKey,
} from "./validator-items";

export interface ValidatorTables {
  orders: string;
  validator: string;
}

/** Codes and customers in DynamoDB: each limit is a condition of the write that it limits. */
export class DynamoValidatorStore implements ValidatorStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: ValidatorTables;

  constructor(client: DynamoDBDocumentClient, tables: ValidatorTables) {
    this.#client = client;
    this.#tables = tables;
  }

  async readCustomer(eventId: string, userId: string): Promise<CustomerRow | null> {
    const item = await this.#get(customerKey(eventId, userId));
    return item === undefined ? null : toCustomer(item);
  }

  async saveCustomer(
    eventId: string,
    userId: string,
    read: CustomerRow | null,
    next: CustomerRow,
    at: number,
  ): Promise<boolean> {
    const put = customerPut(eventId, userId, read, next, at);
    return wasWritten(this.#client.send(new PutCommand({ TableName: this.#tables.validator, ...put })));
  }

  async readCode(eventId: string, code: string): Promise<CodeRow | null> {
    const item = await this.#get(codeKey(eventId, code));
    return item === undefined ? null : toCode(item);
  }

  async readWindow(eventId: string, window: CodeWindow): Promise<CodeRow | null> {
    const item = await this.#get(windowKey(eventId, window));
    return item === undefined ? null : this.readCode(eventId, String(item.code));
  }

  async createCode(row: CodeRow): Promise<boolean> {
    const { code, window } = codeItems(row);
    const TransactItems = [code, window].map((Item) => ({
      Put: { TableName: this.#tables.validator, Item, ConditionExpression: "attribute_not_exists(PK)" },
    }));
    return wasWritten(this.#client.send(new TransactWriteCommand({ TransactItems })));
  }

  async enter({ order, code, drinksPerCode, customer }: Entrance, at: number): Promise<boolean> {
    const { id, eventId, userId } = order;
    const { orders, validator } = this.#tables;
    const isNew = { ConditionExpression: "attribute_not_exists(PK)" };
    const put = customerPut(eventId, userId, customer.read, customer.next, at);
    const place = placeUpdate(eventId, code, id, drinksPerCode);
    return wasWritten(
      this.#client.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: orders, Item: toItem(order), ...isNew } },
            { Put: { TableName: validator, ...put } },
            { Update: { TableName: validator, ...place } },
          ],
        }),
      ),
    );
  }

  async returnPlace(eventId: string, code: string, orderId: string): Promise<void> {
    const update = new UpdateCommand({
      TableName: this.#tables.validator,
      Key: codeKey(eventId, code),
      UpdateExpression: "DELETE orders :order",
      // Without it a code that is gone by now would be written anew, as an item without its window.
      ConditionExpression: "attribute_exists(PK)",
      ExpressionAttributeValues: { ":order": new Set([orderId]) },
    });
    await metCondition(() => this.#client.send(update));
  }

  async #get(key: { PK: string }): Promise<Item | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#tables.validator, Key: key, ConsistentRead: true }),
    );
    return Item;
  }
}
