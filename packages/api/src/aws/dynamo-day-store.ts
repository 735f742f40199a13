import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import { errorFields, log } from "../log";
import { DayEntry, type DayPlace, type DaySearch, type DayStore } from "../orders/day-store";
import { dayPartition, type Item, keyOf } from "./order-item";

const dayIndex = "day";

/** The days in DynamoDB: an index of the order table that holds no more of an order than its list shows. */
export class DynamoDayStore implements DayStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async list(eventId: string, day: string): Promise<DayEntry[]> {
    const entries: DayEntry[] = [];
    for await (const page of this.#pages(eventId, day, {})) entries.push(...page);
    return entries;
  }

  async search(eventId: string, day: string, search: DaySearch, limit: number): Promise<DayEntry[]> {
    const found: DayEntry[] = [];
    for await (const page of this.#pages(eventId, day, newestFirst(eventId, day, search))) {
      found.push(...page);
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  }

  async *#pages(eventId: string, day: string, query: Partial<QueryCommandInput>): AsyncGenerator<DayEntry[]> {
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: dayIndex,
        KeyConditionExpression: "shopDay = :day",
        ...query,
        ExpressionAttributeValues: {
          ":day": dayPartition(eventId, day),
          ...query.ExpressionAttributeValues,
        },
      },
    );
    for await (const { Items = [] } of pages) yield Items.flatMap(readableEntry);
  }
}

/** A page reads so many entries; those that are looked for may be few among them. */
const pageSize = { all: 100, some: 1_000 } as const;

function newestFirst(eventId: string, day: string, search: DaySearch): Partial<QueryCommandInput> {
  const { number, drink, before } = search;
  const wanted = [
    ...(number === undefined ? [] : ["orderNumber = :number"]),
    ...(drink === undefined ? [] : ["drinkOrder.drink = :drink"]),
  ];
  return {
    ScanIndexForward: false,
    Limit: wanted.length === 0 ? pageSize.all : pageSize.some,
    ...(wanted.length > 0 && { FilterExpression: wanted.join(" AND ") }),
    ExpressionAttributeValues: {
      ...(number !== undefined && { ":number": number }),
      ...(drink !== undefined && { ":drink": drink }),
    },
    ...(before !== undefined && { ExclusiveStartKey: startKey(eventId, day, before) }),
  };
}

function startKey(eventId: string, day: string, { at, id }: DayPlace): Item {
  return { ...keyOf({ eventId, id }), shopDay: dayPartition(eventId, day), TS: at };
}

/** A row that somebody broke by hand must not take the whole day with it. */
function readableEntry(item: Item): DayEntry[] {
  const entry = DayEntry.safeParse({
    ...item,
    id: item.SK,
    state: item.ORDERSTATE,
    number: item.orderNumber ?? null,
    drinkOrder: item.drinkOrder ?? null,
    submittedAt: item.submittedAt ?? null,
    completedAt: item.completedAt ?? null,
    closedAt: item.closedAt ?? null,
    baristaName: item.baristaName ?? null,
    cause: item.cause ?? null,
    reason: item.reason ?? null,
  });
  if (entry.success) return [entry.data];
  log("error", "unreadable order", { orderId: item.SK, ...errorFields(entry.error) });
  return [];
}
