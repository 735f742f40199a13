import { CreateQueueCommand, GetQueueAttributesCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "./actors";
import { awsClients } from "./aws-clients";
import { hasNoViolation } from "./axe";
import { ConsolePage } from "./console-page";
import { fitsNarrow } from "./reflow";
import { tourOfConsole } from "./tour-console";

/** `npm test` looks at each view once; `npm run test:full` in the dark, and on a phone, too. */
const isFull = Boolean(process.env.TEST_FULL);
const themes = isFull ? (["light", "dark"] as const) : (["light"] as const);

for (const colorScheme of themes) {
  test(`no view of the console page has a violation: ${colorScheme}`, async ({ browser, stack }) => {
    test.setTimeout(180_000);
    const at = await ConsolePage.open(browser, stack, { colorScheme });
    await tourOfConsole(at, stack, `tour-${colorScheme}`, async (view) => {
      await hasNoViolation(at.page, view);
      if (isFull) await fitsNarrow(at.page, view);
    });
    expect(at.complaints).toEqual([]);
    await at.close();
  });
}

test("the console page is left and found again where it was", async ({ browser, stack }) => {
  const at = await ConsolePage.open(browser, stack);
  await at.sendEvent({ bus: "default", source: "a.test", type: "Kept", detail: '{"orderId":"kept"}' });
  await at.field("From source").selectOption("a.test");
  await at.page.reload();
  await expect(at.field("From source")).toHaveValue("a.test");
  await expect(at.event("Kept")).toHaveCount(1);
  await at.button("Send Kept again").click();
  await expect(at.event("Kept")).toHaveCount(2);
  await at.field("Detail").fill("{");
  await at.button("Send event").click();
  await expect(at.page.getByText("The detail is not JSON yet.")).toBeVisible();
  await at.close();
});

test("a queue's messages are moved to another, and an event that could not be delivered is put on its bus again", async ({
  browser,
  stack,
}) => {
  const { sqs } = awsClients(stack);
  const urls = new Map<string, string>();
  const create = async (QueueName: string, Attributes: Record<string, string> = {}) => {
    urls.set(QueueName, (await sqs.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl ?? "");
  };
  await create("set-aside");
  const deadLetterTargetArn = "arn:aws:sqs:us-east-1:000000000000:set-aside";
  await create("first-try", { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 3 }) });
  await create("second-try");
  const send = async (message: object, rule?: string) => {
    const MessageAttributes = rule && { RULE_ARN: { DataType: "String", StringValue: rule } };
    const QueueUrl = urls.get("set-aside");
    const sent = {
      QueueUrl,
      MessageBody: JSON.stringify(message),
      ...(MessageAttributes && { MessageAttributes }),
    };
    await sqs.send(new SendMessageCommand(sent));
  };
  const waiting = async (queue: string) => {
    const AttributeNames = ["ApproximateNumberOfMessages" as const];
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: urls.get(queue), AttributeNames }),
    );
    return Attributes?.ApproximateNumberOfMessages;
  };
  await send({ a: 1 });
  await send({ a: 2 });
  const at = await ConsolePage.open(browser, stack);
  await at.room("Queues");
  await at.page.getByRole("link", { name: "set-aside" }).click();
  await at.field("Move all messages").selectOption({ label: "to second-try" });
  await at.button("Start redrive").click();
  await expect(at.page.getByText("The messages are being moved")).toBeVisible();
  await expect.poll(() => waiting("second-try")).toBe("2");
  expect(await waiting("set-aside")).toBe("0");

  const rule = "arn:aws:events:us-east-1:000000000000:rule/Serverlesspresso/Unheard";
  const about = { id: "1", version: "0", account: "000000000000", region: "us-east-1", resources: [] };
  const event = {
    source: "a.test",
    "detail-type": "Unheard",
    time: new Date().toISOString(),
    detail: { a: 3 },
  };
  await send({ ...about, ...event }, rule);
  await at.button("Look at messages").click();
  await at.page.getByRole("region", { name: "Messages" }).getByText("Unheard").click();
  await at.button("Put on its bus again").click();
  await expect(at.page.getByText("Put Unheard on Serverlesspresso again")).toBeVisible();
  expect(await waiting("set-aside")).toBe("0");
  await at.room("Events");
  await expect(at.event("Unheard")).toHaveCount(1);
  expect(at.complaints).toEqual([]);
  await at.close();
});

test("a page of another origin cannot drive it", async ({ browser, stack }) => {
  const page = await browser.newPage();
  // No page of ours and no policy of its own: whatever a browser lets it do, it does.
  await page.route("http://elsewhere.example/", (route) =>
    route.fulfill({ contentType: "text/html", body: "" }),
  );
  await page.goto("http://elsewhere.example/");
  const outcome = await page.evaluate(async (aws) => {
    const fails = (ask: Promise<unknown>) =>
      ask.then(
        () => "answered",
        () => "refused",
      );
    const headers = {
      "x-amz-target": "AWSEvents.ListEventBuses",
      "content-type": "application/x-amz-json-1.1",
    };
    const feed = await new Promise((done) => {
      const source = new EventSource(`${aws}/_local/events`);
      source.onmessage = () => done("answered");
      source.onerror = () => done("refused");
    });
    const script = await new Promise((done) => {
      const element = document.createElement("script");
      element.src = `${aws}/console/main.js`;
      element.onload = () => done("answered");
      element.onerror = () => done("refused");
      document.head.append(element);
    });
    return [
      await fails(fetch(aws, { method: "POST", headers, body: "{}" })),
      await fails(fetch(`${aws}/_local/inbox`)),
      feed,
      script,
    ];
  }, stack.awsUrl);
  expect(outcome).toEqual(["refused", "refused", "refused", "refused"]);
  await page.close();
});
