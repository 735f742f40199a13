import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Counter } from "../ports";

/** The numbers of a shop's day in DynamoDB, by one atomic ADD each. */
export class DynamoCounter implements Counter {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async next(eventId: string, day: string): Promise<number> {
    const { Attributes } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { PK: `number#${eventId}#${day}` },
        UpdateExpression: "ADD lastNumber :one",
        ExpressionAttributeValues: { ":one": 1 },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return Number(Attributes?.lastNumber);
  }
}
