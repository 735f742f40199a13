/** What the index of a shop's day holds of an order, beside the keys: the index's own description and its reader. */
export const dayAttributes = [
  "ORDERSTATE",
  "orderNumber",
  "drinkOrder",
  "createdAt",
  "submittedAt",
  "completedAt",
  "closedAt",
  "baristaName",
  "cause",
  "reason",
] as const;
