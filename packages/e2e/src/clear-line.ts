import { expect } from "@playwright/test";
import { Line } from "@serverlesspresso/contracts/line";
import { TicketList } from "@serverlesspresso/contracts/order";
import { ApiUser } from "./api-user";
import { carryOut } from "./carry-out";
import type { Stack } from "./stack";

/** Serves whatever earlier tests have left before the baristas, whoever makes it; answers a barista. */
export async function clearLine(stack: Stack): Promise<ApiUser> {
  const [ana, manager] = [
    await ApiUser.signIn(stack, "barista@example.com"),
    await ApiUser.signIn(stack, "manager@example.com"),
  ];
  const { orders } = TicketList.parse((await ana.call("GET", "/orders?state=open")).body);
  for (const { id } of orders) {
    for (const command of ["complete", "collect"]) await carryOut(manager, `/orders/${id}/${command}`);
  }
  await expect.poll(async () => Line.parse((await ana.call("GET", "/line")).body).places).toEqual([]);
  return ana;
}

/** From wherever it stands to the customer's hand. */
export async function serve(staff: ApiUser, order: string): Promise<void> {
  for (const command of ["complete", "collect"]) await staff.must("POST", `/orders/${order}/${command}`);
}
