import { type HistoryStep, type OrderRow, staffOf } from "../orders/order-row";

const someBarista = "A barista";

/** Whether an order tells of somebody: as its customer, or as a barista who has it or had to do with it. */
export function tellsOf(row: OrderRow, userId: string): boolean {
  return row.userId === userId || staffOf(row).includes(userId);
}

/**
 * The order without somebody: `alias` stands wherever they stood. What they are making is nobody's again, so
 * that somebody else goes on with it. The version rises, although nobody sees a difference, so that no
 * command which read the row before can write them back.
 */
export function anonymous(row: OrderRow, userId: string, alias: string): OrderRow {
  const aliasFor = (id: string) => (id === userId ? alias : id);
  return {
    ...row,
    version: row.version + 1,
    userId: aliasFor(row.userId),
    keys: row.keys.map((known) => ({ ...known, userId: aliasFor(known.userId) })),
    history: row.history.map((step) => stepWithout(row, step, userId, alias)),
    ...(row.baristaUserId === userId && claimWithout(row, alias)),
  };
}

function claimWithout({ state }: OrderRow, alias: string): Pick<OrderRow, "baristaUserId" | "baristaName"> {
  if (state === "MAKING") return { baristaUserId: null, baristaName: null };
  return { baristaUserId: alias, baristaName: someBarista };
}

function stepWithout(row: OrderRow, step: HistoryStep, userId: string, alias: string): HistoryStep {
  const name = nameIn(row, step, userId);
  if (name === undefined) return step;
  return {
    ...step,
    message: step.message.replaceAll(`${name} makes`, `${someBarista} makes`),
    ...(step.name === name && { name: someBarista }),
    ...(step.userId !== undefined && { userId: alias }),
  };
}

/** The name by which a step may tell of somebody. Of one that does not say whose it is the row's claimer may be told. */
function nameIn(row: OrderRow, step: HistoryStep, userId: string): string | undefined {
  if (step.userId !== undefined) return step.userId === userId ? step.name : undefined;
  return row.baristaUserId === userId ? (row.baristaName ?? undefined) : undefined;
}
