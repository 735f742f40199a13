/** Settings of the shop in which histories are played: its limits are met, its codes change. */
export const historySettings = {
  maxOrdersInQueue: 12,
  codeWindowSeconds: 60,
  drinksPerCode: 60,
  maxOrdersPerUser: 1000,
  customerPatienceSeconds: 900,
} as const;
