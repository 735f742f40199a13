import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { DraftRow, type KnownSwitch, MenuRow } from "../menu/menu-row";
import type { MenuChange, MenuStore } from "../menu/menu-store";
import type { Person } from "../staff/staff-directory";
import { changerRemoval } from "./changer-removal";
import { metCondition, wasWritten } from "./document-client";

type Writes = NonNullable<TransactWriteCommandInput["TransactItems"]>;

const keys = {
  shop: (eventId: string) => ({ PK: `shop#${eventId}` }),
  menu: (eventId: string) => ({ PK: `menu#${eventId}` }),
  draft: (eventId: string) => ({ PK: `draft#${eventId}` }),
};

/** Menus and their drafts in DynamoDB, beside their shops. */
export class DynamoMenuStore implements MenuStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async read(eventId: string): Promise<MenuRow | null> {
    const item = await this.#get(keys.menu(eventId));
    return item === undefined ? null : MenuRow.parse(item);
  }

  async readDraft(eventId: string): Promise<DraftRow | null> {
    const item = await this.#get(keys.draft(eventId));
    return item === undefined ? null : DraftRow.parse(item);
  }

  async noteSwitches(eventId: string, read: MenuRow, switches: readonly KnownSwitch[]): Promise<boolean> {
    const { ConditionExpression, ExpressionAttributeValues } = stillAs(read);
    const update = new UpdateCommand({
      TableName: this.#table,
      Key: keys.menu(eventId),
      UpdateExpression: "SET switches = :switches",
      ConditionExpression,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ":switches": switches },
    });
    return wasWritten(this.#client.send(update));
  }

  async forgetChanger(eventId: string, person: Person): Promise<void> {
    const removal = { TableName: this.#table, Key: keys.draft(eventId), ...changerRemoval(person) };
    await metCondition(() => this.#client.send(new UpdateCommand(removal)));
  }

  async saveDraft(eventId: string, read: DraftRow | null, next: DraftRow): Promise<boolean> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: { ...keys.draft(eventId), ...next },
      ...(read === null ? { ConditionExpression: "attribute_not_exists(PK)" } : stillAt(read.version)),
    });
    return metCondition(() => this.#client.send(put));
  }

  async change({ shop, read, next, published, at }: MenuChange): Promise<boolean> {
    const TableName = this.#table;
    const Item = { ...keys.menu(shop.eventId), ...next, version: read.version + 1 };
    const TransactItems: Writes = [
      { Put: { TableName, Item, ...stillAs(read) } },
      {
        Update: {
          TableName,
          Key: keys.shop(shop.eventId),
          ...nextVersion(shop.version, "announced = :read, changedAt = :at", { ":at": at }),
        },
      },
    ];
    if (published !== undefined) {
      const emptied = nextVersion(published.version, "drinks = :none", { ":none": null });
      TransactItems.push({ Update: { TableName, Key: keys.draft(shop.eventId), ...emptied } });
    }
    return wasWritten(this.#client.send(new TransactWriteCommand({ TransactItems })));
  }

  async #get(Key: { PK: string }): Promise<Record<string, unknown> | undefined> {
    const answer = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key, ConsistentRead: true }),
    );
    return answer.Item;
  }
}

function stillAt(version: number) {
  return { ConditionExpression: "version = :read", ExpressionAttributeValues: { ":read": version } };
}

/** The switches that a menu knows are written without a new version; one from before there were any has no list. */
function stillAs({ version, switches }: MenuRow) {
  const none = switches.length === 0 ? "attribute_not_exists(switches) OR " : "";
  return {
    ConditionExpression: `version = :read AND (${none}switches = :known)`,
    ExpressionAttributeValues: { ":read": version, ":known": switches },
  };
}

function nextVersion(version: number, also: string, values: Record<string, unknown> = {}) {
  return {
    UpdateExpression: `SET version = :next, ${also}`,
    ConditionExpression: "version = :read",
    ExpressionAttributeValues: { ":read": version, ":next": version + 1, ...values },
  };
}
