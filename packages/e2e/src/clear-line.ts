import { expect } from "@playwright/test";
import { Line } from "@serverlesspresso/contracts/line";
import { TicketList } from "@serverlesspresso/contracts/order";
import { ApiUser } from "./api-user";
import type { Stack } from "./stack";

/** Serves whatever earlier tests have left before the baristas; answers the barista who did. */
export async function clearLine(stack: Stack): Promise<ApiUser> {
  const ana = await ApiUser.signIn(stack, "barista@example.com");
  const { orders } = TicketList.parse((await ana.call("GET", "/orders?state=open")).body);
  await Promise.all(orders.map(({ id }) => serve(ana, id)));
  await expect.poll(async () => Line.parse((await ana.call("GET", "/line")).body).places).toEqual([]);
  return ana;
}

/** From wherever it stands to the customer's hand. */
export async function serve(ana: ApiUser, order: string): Promise<void> {
  for (const command of ["complete", "collect"]) await ana.call("POST", `/orders/${order}/${command}`);
}
