import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import type { Revocations } from "../staff/revocations";
import { metCondition } from "./document-client";

const daySeconds = 86_400;
const keptSeconds = {
  /** Longer than an access token lives. */
  ended: daySeconds,
  /** Longer than orders are kept that somebody may be named in. */
  revoked: 100 * daySeconds,
} as const;

const RevocationItem = z.object({ revokedAt: z.number() });

/** Revocations in the validator table, where the live feed's `onSubscribe` reads them too. */
export class DynamoRevocations implements Revocations {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async revokedAt(sub: string): Promise<number | null> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: keyOf(sub), ConsistentRead: true }),
    );
    return Item === undefined ? null : RevocationItem.parse(Item).revokedAt;
  }

  async revoke(sub: string, at: number, instead = at): Promise<void> {
    await this.#write(sub, at, instead, keptSeconds.revoked);
  }

  async end(sub: string, at: number): Promise<void> {
    await this.#write(sub, at, at, keptSeconds.ended);
  }

  async #write(sub: string, at: number, instead: number, seconds: number): Promise<void> {
    await metCondition(() =>
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: keyOf(sub),
          UpdateExpression: "SET revokedAt = :at, expiresAt = :until",
          ConditionExpression: "attribute_not_exists(PK) OR revokedAt <= :at OR revokedAt = :instead",
          ExpressionAttributeValues: {
            ":at": at,
            ":until": Math.ceil(at / 1000) + seconds,
            ":instead": instead,
          },
        }),
      ),
    );
  }
}

function keyOf(sub: string): { PK: string } {
  return { PK: `revoked#${sub}` };
}
