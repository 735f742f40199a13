import { execFileSync } from "node:child_process";
import {
  DeleteRuleCommand,
  EnableRuleCommand,
  ListTargetsByRuleCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import { expect, test } from "./actors";
import { awsClients, names } from "./aws-clients";
import { ConsolePage } from "./console-page";
import { guideCommands } from "./read-guide";
import { Shell } from "./shell";
import type { Stack } from "./stack";

const bus = names.eventBus;
const logGroup = names.eventLogGroup;
const table = names.orderTable;
const pattern = {
  source: ["awsserverlessda.serverlesspresso"],
  "detail-type": ["OrderProcessor.WorkflowStarted"],
};
const order = (orderId: string) => ({
  bus,
  source: "awsserverlessda.serverlesspresso",
  type: "Validator.NewOrder",
  detail: JSON.stringify({ userId: "1", orderId }),
});

/** What each of the guide's blocks is to answer, in their order; an answer may take its time. */
const answers: readonly RegExp[] = [
  /"Serverlesspresso"/,
  /"DISABLED"/,
  /"FailedEntryCount": 0/,
  /"TaskToken":/,
  /^$/,
  /"stopDate"/,
  /"Result": true/,
  /"FailedEntryCount": 0/,
  /"FailedEntryCount": 0/,
  /"TaskToken":/,
  /^shell-2\s+CREATED\s+\S{20,}$/,
  /"state":"SUBMITTED"/,
  /"WaitForCustomer",[\s\S]*"WaitForBarista"/,
  /WorkflowStarted\s+ENABLED/,
];

// Whatever happened on the way, the other tests find the rules as they were deployed.
test.afterEach(async ({ stack }) => {
  const { events } = awsClients(stack);
  for (const Name of ["StoreTokenPage", "StoreTokenShell"]) {
    const Ids = await targetsOf(stack, Name);
    if (Ids.length > 0) await events.send(new RemoveTargetsCommand({ Rule: Name, EventBusName: bus, Ids }));
    await events.send(new DeleteRuleCommand({ Name, EventBusName: bus }));
  }
  await events.send(new EnableRuleCommand({ Name: "WorkflowStarted", EventBusName: bus }));
});

test("the guide's steps work on the console page", async ({ browser, stack, customer }) => {
  test.setTimeout(180_000);
  const page = await ConsolePage.open(browser, stack);

  await test.step("1. the finished piece is taken away", async () => {
    await page.room("Rules");
    await page.button("Disable WorkflowStarted").click();
    await expect(page.button("Enable WorkflowStarted")).toBeVisible();
  });

  await test.step("2. without it the token is lost", async () => {
    await page.sendEvent(order("page-1"));
    await page.field("Contains").fill("page-1");
    const event = page.event("OrderProcessor.WorkflowStarted").first();
    await event.locator("summary").click();
    await expect(event.getByRole("list", { name: "Deliveries" }).getByRole("listitem")).toHaveText([
      /rule LogAll/,
    ]);
    await expect(event).toContainText('"TaskToken"');
    await page.query(table, "orders", "page-1");
    await expect(page.page.getByText("No item.")).toBeVisible();
    await page.room("Executions");
    await page.executions.first().click();
    await expect(page.button(/^WaitForCustomer, Task, the current state/)).toBeVisible();
    await page.button("Stop execution").click();
    await page.button("Stop it").click();
    await expect(page.page.getByText("aborted", { exact: true })).toBeVisible();
  });

  await test.step("3. the rule is created", async () => {
    await page.room("Rules");
    await page.page.getByRole("link", { name: "Create rule" }).click();
    await page.field("Name").fill("StoreTokenPage");
    await page.field("Event bus").selectOption(bus);
    await page.field("Event pattern").fill(JSON.stringify(pattern));
    await expect(page.page.getByText("The pattern matches this event")).toBeVisible();
    await page.field("Sample event").selectOption({ label: await page.sample("Validator.NewOrder") });
    await expect(page.page.getByText("The pattern does not match this event")).toBeVisible();
    await page.field("Delivers to").selectOption({ label: "WorkflowStarted" });
    await page.button("Create rule").click();
    await expect(page.page.getByRole("heading", { name: "Rule StoreTokenPage" })).toBeVisible();
  });

  await test.step("4. and 5. another order's event is brought to the function", async () => {
    await page.room("Events");
    await page.button("Edit Validator.NewOrder").first().click();
    await page.field("Detail").fill(order("page-2").detail);
    await page.button("Send event").click();
    await page.field("Contains").fill("page-2");
    const event = page.event("OrderProcessor.WorkflowStarted").first();
    await event.locator("summary").click();
    await expect(event.getByRole("list", { name: "Deliveries" })).toContainText("rule StoreTokenPage");
    await page.logs(logGroup, '"OrderProcessor.WorkflowStarted" "page-2"', '"orderId":"page-2"');
    const line = page.page.locator(".lines li").first();
    await line.locator("summary").click();
    await expect(line).toContainText('"TaskToken"');
  });

  await test.step("6. the token is in the table", async () => {
    await page.query(table, "orders", "page-2");
    const item = page.page.getByRole("region", { name: "Items" }).getByRole("listitem").first();
    await item.locator("summary").first().click();
    await expect(item).toContainText('"ORDERSTATE": "CREATED"');
    await expect(item).toContainText('"TaskToken"');
  });

  await test.step("7. a customer chooses, and the order goes on", async () => {
    await customer.enter();
    await customer.order("Espresso");
    await page.room("Executions");
    await page.executions.first().click();
    await expect(page.button(/^WaitForCustomer, Task, passed/)).toBeVisible();
    await expect(page.button(/^WaitForBarista, Task, the current state/)).toBeVisible();
  });

  await test.step("7. a token that is returned by hand does the same", async () => {
    await page.room("Executions");
    await page.executions.nth(1).click();
    await page.page.getByText("WaitForCustomer waits for its token").click();
    await page.button("Return the token").click();
    await expect(page.button(/^WaitForBarista, Task, the current state/)).toBeVisible();
  });

  await test.step("8. its way through all services is on one line", async () => {
    await page.page.getByRole("main").getByRole("link", { name: "Timeline" }).click();
    const steps = page.page.locator(".way li");
    for (const text of [
      /Events.*Validator\.NewOrder/,
      /Workflow.*WaitForCustomer: entered/,
      /Tables.*serverlesspresso-config-table/,
      /Functions.*WorkflowStarted.*StoreTokenPage/,
      /Events.*OrderManager\.OrderAdmitted/,
    ]) {
      await expect(steps.filter({ hasText: text }).first()).toBeVisible();
    }
    await expect(page.page.getByRole("region", { name: "Rows as they are now" })).toContainText(table);
  });

  await test.step("9. everything is put back", async () => {
    await page.room("Rules");
    await page.page.getByRole("link", { name: "StoreTokenPage" }).click();
    await page.button("Delete rule").click();
    await page.button("Delete it").click();
    await page.button("Enable WorkflowStarted").click();
    await expect(page.button("Disable WorkflowStarted")).toBeVisible();
    await expect(page.page.getByRole("link", { name: "StoreTokenPage" })).toBeHidden();
  });
  expect(page.complaints).toEqual([]);
  await page.close();
});

test("the guide's commands work, as they stand there", async ({ stack }) => {
  test.skip(!process.env.TEST_FULL, "some thirty calls of the AWS CLI: with npm run test:full");
  test.skip(!hasAwsCli(), "no AWS CLI on this machine");
  test.setTimeout(600_000);
  const blocks = guideCommands(stack);
  expect(blocks).toHaveLength(answers.length);
  const shell = new Shell();
  try {
    for (const [index, block] of blocks.entries()) {
      // What only reads is asked again until it is there; what writes answers at once.
      await expect
        .poll(() => shell.run(block), { message: block, timeout: 120_000 })
        .toMatch(answers[index] ?? /./);
    }
  } finally {
    shell.close();
  }
  expect(await targetsOf(stack, "StoreTokenShell")).toEqual([]);
});

function hasAwsCli(): boolean {
  try {
    execFileSync("aws", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** The ids of a rule's targets; none where there is no such rule. */
async function targetsOf(stack: Stack, Rule: string): Promise<string[]> {
  try {
    const of = { Rule, EventBusName: bus };
    const { Targets = [] } = await awsClients(stack).events.send(new ListTargetsByRuleCommand(of));
    return Targets.flatMap(({ Id }) => Id ?? []);
  } catch {
    return [];
  }
}
