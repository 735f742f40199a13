import type { Order } from "@serverlesspresso/contracts/order";
import { type Customer, expect } from "./actors";
import type { ApiUser } from "./api-user";
import { alter, asked, cut, hang } from "./faults";
import { heading, type See } from "./see";
import { enterAgain, orderIdOn } from "./tour-order";

/** How an order ends that nobody drinks: by its customer, by the bar, by the clock, before it had begun. */
export async function seeEndings(customer: Customer, ana: ApiUser, see: See): Promise<void> {
  const { page } = customer;
  await page.getByRole("button", { name: "Cancel order" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await see("choose-cancel");
  await page.getByRole("button", { name: "Yes, cancel" }).click();
  await heading(page, "Your order is cancelled");
  await see("ended-cancelled");

  await enterAgain(customer);
  await customer.order("Cappuccino");
  await ana.must("POST", `/orders/${orderIdOn(customer)}/cancel`, { reason: "Out of milk" });
  await heading(page, "The bar cancelled your order");
  await expect(page.getByText(/Out of milk/).first()).toBeVisible();
  await see("ended-by-bar");
  for (const [screen, title, as] of endings) {
    const undo = await alter(page, asked.order, (order: Order) => ({ ...order, ...as }));
    await page.reload();
    await heading(page, title);
    await see(screen);
    await undo();
  }
}

const endings: readonly (readonly [string, string, Partial<Order>])[] = [
  ["ended-unchosen", "The time to choose is over", { state: "EXPIRED", cause: "timeout", submittedAt: null }],
  ["ended-unmade", "Your order has expired", { state: "EXPIRED", cause: "timeout" }],
  ["ended-full", "The bar was full", { cause: "full" }],
];

/** What is kept: the orders and the account, and both when they cannot be had. */
export async function seeKept({ page, stack }: Customer, see: See): Promise<void> {
  await page.goto(`${stack.customerUrl}/orders`);
  await expect(page.getByText("Flat white").first()).toBeVisible();
  await see("orders");
  const none = await alter(page, asked.myOrders, (body: object) => ({ ...body, orders: [] }));
  await page.reload();
  await heading(page, "No coffee yet");
  await see("orders-none");
  await none();
  const slow = await hang(page, asked.myOrders);
  await page.reload();
  await expect(page.getByText("Loading your orders")).toBeAttached();
  await see("orders-loading");
  await slow();
  const gone = await cut(page, asked.myOrders);
  await page.reload();
  await heading(page, "Your orders cannot be read just now");
  await see("orders-unread");
  await gone();

  await page.goto(`${stack.customerUrl}/order?id=somebody-elses`);
  await heading(page, "This is not one of your orders");
  await see("order-unknown");
  const cutOff = await cut(page, asked.order);
  await page.reload();
  await heading(page, "Your order cannot be read just now");
  await see("order-unread");
  await cutOff();
}

/** The account and the ways out of it. */
export async function seeAccount({ page, stack }: Customer, see: See): Promise<void> {
  await page.goto(`${stack.customerUrl}/account`);
  await heading(page, "Account");
  await see("account");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await see("account-delete");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await heading(page, "You are signed out");
  await see("signed-out");
}

/** A page that breaks while it is drawn. */
export async function seeBroken({ page }: Customer, see: See): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
      get() {
        throw new Error("broken for a test");
      },
    });
  });
  await page.reload();
  await heading(page, "This page spilt something");
  await see("broken");
}
