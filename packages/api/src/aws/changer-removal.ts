import type { Person } from "../staff/staff-directory";

/**
 * The update that takes somebody off an item that they changed last, on the condition that they did. Where it
 * was written before ids were kept, the name tells.
 */
export function changerRemoval({ id, name }: Person) {
  return {
    UpdateExpression: "REMOVE changedBy, changedByUserId",
    ConditionExpression:
      "changedByUserId = :id OR (attribute_not_exists(changedByUserId) AND changedBy = :name)",
    ExpressionAttributeValues: { ":id": id, ":name": name },
  };
}
