import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { expect } from "@playwright/test";
import { awsClients, names } from "./aws-clients";
import type { ConsolePage } from "./console-page";
import { heading, type See } from "./see";
import type { Stack } from "./stack";

const queue = "serverlesspresso-functions-dlq";

/** Every view of the console page with something in it, an order being on its way. */
export async function tourOfConsole(at: ConsolePage, stack: Stack, orderId: string, see: See): Promise<void> {
  await seeEvents(at, orderId, see);
  await seeRules(at, see);
  await seeExecutions(at, orderId, see);
  await seeData(at, stack, orderId, see);
}

async function seeEvents(at: ConsolePage, orderId: string, see: See): Promise<void> {
  await at.sendEvent({
    bus: names.eventBus,
    source: "awsserverlessda.serverlesspresso",
    type: "Validator.NewOrder",
    detail: JSON.stringify({ userId: "1", orderId }),
  });
  await at.field("Contains").fill(orderId);
  await expect(at.event("OrderManager.OrderAdmitted")).toBeVisible();
  await at.event("OrderProcessor.WorkflowStarted").locator("summary").click();
  await see("events");
}

async function seeRules(at: ConsolePage, see: See): Promise<void> {
  const { page } = at;
  await at.room("Rules");
  await expect(page.getByRole("link", { name: "LogAll" })).toBeVisible();
  await see("rules");
  await page.getByRole("link", { name: "Create rule" }).click();
  await at.field("Name").fill("StoreToken");
  await at.field("Event bus").selectOption(names.eventBus);
  const pattern = {
    source: ["awsserverlessda.serverlesspresso"],
    "detail-type": ["OrderProcessor.WorkflowStarted"],
  };
  await at.field("Event pattern").fill(JSON.stringify(pattern, null, 2));
  await at.field("Delivers to").selectOption({ label: "WorkflowStarted" });
  await expect(page.getByText("The pattern matches this event")).toBeVisible();
  await see("new-rule");
  await at.button("Add a target").click();
  await at.field("Is given").last().selectOption("transformer");
  await at.field("Event pattern").fill("{");
  await expect(page.getByText(/Not JSON yet/)).toBeVisible();
  await see("new-rule-wrong");
}

async function seeExecutions(at: ConsolePage, orderId: string, see: See): Promise<void> {
  const { page } = at;
  await at.room("Executions");
  await page.getByText("Start an execution").click();
  await see("executions");
  await at.executions.first().click();
  await expect(at.button(/the current state/)).toBeVisible();
  await at.button(/the current state/).click();
  await see("execution");
  await at.button("Stop execution").click();
  await see("execution-stop");
  await at.button("Keep it").click();
  await page.getByRole("main").getByRole("link", { name: "Timeline" }).click();
  await expect(
    page.locator(".way li").filter({ hasText: "OrderManager.OrderAdmitted" }).first(),
  ).toBeVisible();
  await expect(page.getByText(names.orderTable).first()).toBeVisible();
  await expect(page.getByText(orderId).first()).toBeVisible();
  await see("timeline");
}

async function seeData(at: ConsolePage, stack: Stack, orderId: string, see: See): Promise<void> {
  const { page } = at;
  await at.query(names.orderTable, "orders", orderId);
  await page.getByRole("region", { name: "Items" }).locator("summary").first().click();
  await see("tables");
  await at.logs(names.eventLogGroup, orderId, orderId);
  await page.locator(".lines summary").first().click();
  await see("logs");
  await at.room("Queues");
  await see("queues");
  const { sqs } = awsClients(stack);
  await sqs.send(new SendMessageCommand({ QueueUrl: `${stack.awsUrl}/0/${queue}`, MessageBody: '{"a":1}' }));
  await page.getByRole("link", { name: queue }).click();
  await at.button("Look at messages").click();
  await page.locator(".rows summary").first().click();
  await see("queue");
  await at.button("Delete message").click();
  await expect(page.getByText("Deleted", { exact: true })).toBeVisible();
  await at.room("Sign-in codes");
  await heading(page, "Sign-in codes");
  await expect(page.getByRole("listitem").filter({ hasText: "manager@example.com" }).first()).toBeVisible();
  await see("codes");
}
