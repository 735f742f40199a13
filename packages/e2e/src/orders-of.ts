import type { Page } from "@playwright/test";
import type { Customer } from "./actors";
import { names } from "./aws-clients";
import { subOf } from "./cognito";
import { rowsOf } from "./secrets-of";

/** An order as the table has it. */
export interface KeptOrder {
  id: string;
  state: string;
  number: number | null;
  drink: string | null;
}

/** All orders of whoever is signed in on the customer's phone, read from the table itself. */
export async function ordersOf({ page, stack }: Customer): Promise<KeptOrder[]> {
  const sub = await subOn(page);
  const rows = await rowsOf(stack, names.orderTable);
  return rows
    .filter(({ USERID }) => USERID?.S === sub)
    .map(({ SK, ORDERSTATE, orderNumber, drinkOrder }) => ({
      id: SK?.S ?? "",
      state: ORDERSTATE?.S ?? "",
      number: orderNumber?.N === undefined ? null : Number(orderNumber.N),
      drink: drinkOrder?.M?.drink?.S ?? null,
    }));
}

async function subOn(page: Page): Promise<string> {
  const token = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.endsWith(".accessToken"));
    return key === undefined ? null : localStorage.getItem(key);
  });
  if (token === null) throw new Error("nobody is signed in on this phone");
  return subOf(token);
}
