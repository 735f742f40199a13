import type { OrderRow } from "../orders/order-row";

const someBarista = "A barista";

/** Whether an order tells of somebody: as its customer, or as the barista who has or had it. */
export function tellsOf(row: OrderRow, userId: string): boolean {
  return row.userId === userId || row.baristaUserId === userId;
}

/**
 * The order without somebody: `alias` stands wherever they stood. What they are making is nobody's again, so
 * that somebody else goes on with it. The version rises, although nobody sees a difference, so that no
 * command which read the row before can write them back.
 */
export function anonymous(row: OrderRow, userId: string, alias: string): OrderRow {
  const next = {
    ...row,
    version: row.version + 1,
    userId: row.userId === userId ? alias : row.userId,
    keys: row.keys.map((known) => (known.userId === userId ? { ...known, userId: alias } : known)),
  };
  return row.baristaUserId === userId ? { ...next, ...withoutBarista(row, alias) } : next;
}

function withoutBarista({ state, baristaName, history }: OrderRow, alias: string) {
  const claim =
    state === "MAKING"
      ? { baristaUserId: null, baristaName: null }
      : { baristaUserId: alias, baristaName: someBarista };
  const nameless = (message: string) =>
    baristaName === null ? message : message.replaceAll(`${baristaName} makes`, `${someBarista} makes`);
  return {
    ...claim,
    history: history.map((step) => ({
      ...step,
      message: nameless(step.message),
      ...(step.name === baristaName && { name: someBarista }),
    })),
  };
}
