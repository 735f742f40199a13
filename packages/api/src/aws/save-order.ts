import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { FollowUp, OrderRow } from "../orders/order-row";
import { attributesOf, keyOf } from "./order-item";

/** The one conditional write of a change: the row must still have the version and the token that were read. */
export function saveOrder(
  table: string,
  read: OrderRow,
  next: OrderRow,
  owed: { id: string; followUp: FollowUp } | null,
): UpdateCommand {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = { ":read": read.version };
  const sets: string[] = [];
  const removes: string[] = [];
  for (const [name, value] of Object.entries(attributesOf(next))) {
    names[`#${name}`] = name;
    if (value === undefined) {
      removes.push(`#${name}`);
    } else {
      values[`:${name}`] = value;
      sets.push(`#${name} = :${name}`);
    }
  }
  if (owed !== null) {
    names["#owed"] = owed.id;
    Object.assign(values, { ":owed": owed.followUp, ":pending": "pending", ":since": owed.followUp.at });
    sets.push("pending.#owed = :owed", "PENDING = :pending");
    sets.push("pendingSince = if_not_exists(pendingSince, :since)");
  }
  if (read.waiting !== null) values[":token"] = read.waiting.taskToken;
  const sameToken = read.waiting === null ? "attribute_not_exists(#TaskToken)" : "#TaskToken = :token";
  return new UpdateCommand({
    TableName: table,
    Key: keyOf(read),
    UpdateExpression: `SET ${sets.join(", ")}${removes.length > 0 ? ` REMOVE ${removes.join(", ")}` : ""}`,
    ConditionExpression: `#version = :read AND ${sameToken}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  });
}
