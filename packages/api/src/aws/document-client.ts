import { setTimeout as wait } from "node:timers/promises";
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** DynamoDB in plain values; undefined ones are left out. */
export function createDocumentClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** A transaction is done within some of these. */
const pausesMs = [10, 30, 100, 300];

/**
 * Whether the condition of a write of one item held: false tells what the item is, or that there is none. A
 * transaction that has the item just then tells nothing of it: the write is tried again. Throws if it stays in
 * the way.
 */
export async function metCondition(write: () => Promise<unknown>): Promise<boolean> {
  for (let tries = 0; ; tries += 1) {
    try {
      await write();
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      const pauseMs = pausesMs[tries];
      if (!(error instanceof TransactionConflictException) || pauseMs === undefined) throw error;
      await wait(pauseMs);
    }
  }
}

/**
 * Whether a conditional write was made. False tells nothing of the items, which may be as they were: the caller
 * reads them again and decides anew.
 */
export async function wasWritten(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function isRefusal(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException) return true;
  if (error instanceof TransactionConflictException) return true;
  if (!(error instanceof TransactionCanceledException)) return false;
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? "None");
  return codes.every((code) => ["None", "ConditionalCheckFailed", "TransactionConflict"].includes(code));
}
