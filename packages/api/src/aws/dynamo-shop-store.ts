import { type DynamoDBDocumentClient, GetCommand, paginateScan, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type DecidedShop, ShopRow } from "../shop/shop-row";
import type { ShopStore } from "../shop/shop-store";
import type { Person } from "../staff/staff-directory";
import { changerRemoval } from "./changer-removal";
import { metCondition } from "./document-client";

const shopKey = (eventId: string) => `shop#${eventId}`;

/** Shops in DynamoDB. */
export class DynamoShopStore implements ShopStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(eventId: string): Promise<ShopRow | null> {
    const item = await this.#get(shopKey(eventId));
    return item === undefined ? null : ShopRow.parse(item);
  }

  async listIds(): Promise<string[]> {
    const keys: string[] = [];
    const scan = {
      TableName: this.#table,
      FilterExpression: "begins_with(PK, :shop)",
      ExpressionAttributeValues: { ":shop": shopKey("") },
      ProjectionExpression: "PK",
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan)) {
      keys.push(...Items.map(({ PK }) => String(PK)));
    }
    return keys.map((key) => key.slice(shopKey("").length));
  }

  async change({ eventId, version }: ShopRow, decided: DecidedShop): Promise<boolean> {
    const names = Object.fromEntries(Object.keys(decided).map((name) => [`#${name}`, name]));
    const values = Object.fromEntries(Object.entries(decided).map(([name, value]) => [`:${name}`, value]));
    const sets = Object.keys(decided).map((name) => `#${name} = :${name}`);
    return metCondition(() =>
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { PK: shopKey(eventId) },
          UpdateExpression: `SET ${sets.join(", ")}, version = :next, announced = :read`,
          ConditionExpression: "version = :read",
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ...values, ":read": version, ":next": version + 1 },
        }),
      ),
    );
  }

  async markAnnounced(eventId: string, version: number): Promise<void> {
    await metCondition(() =>
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { PK: shopKey(eventId) },
          UpdateExpression: "SET announced = :version",
          ConditionExpression: "announced < :version",
          ExpressionAttributeValues: { ":version": version },
        }),
      ),
    );
  }

  async forgetChanger(eventId: string, person: Person): Promise<void> {
    const removal = { TableName: this.#table, Key: { PK: shopKey(eventId) }, ...changerRemoval(person) };
    await metCondition(() => this.#client.send(new UpdateCommand(removal)));
  }

  async removeLease(eventId: string, orderId: string, execution: string): Promise<boolean> {
    return metCondition(() =>
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { PK: shopKey(eventId) },
          UpdateExpression: "REMOVE inFlight.#order",
          ConditionExpression: "inFlight.#order = :execution",
          ExpressionAttributeNames: { "#order": orderId },
          ExpressionAttributeValues: { ":execution": execution },
        }),
      ),
    );
  }

  async #get(key: string): Promise<Record<string, unknown> | undefined> {
    const answer = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { PK: key }, ConsistentRead: true }),
    );
    return answer.Item;
  }
}
