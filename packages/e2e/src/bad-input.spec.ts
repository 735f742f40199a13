import { DescribeExecutionCommand, ListExecutionsCommand } from "@aws-sdk/client-sfn";
import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "./actors";
import { ApiUser } from "./api-user";
import { awsClients, names } from "./aws-clients";
import { shops } from "./seeds";
import { placesLeft } from "./set-shop";
import type { Stack } from "./stack";

test("bad input gets an error that names what is wrong, and changes nothing", async ({ stack }, info) => {
  const customer = await ApiUser.signIn(stack, `eve.${info.testId}@example.com`);
  const stranger = await ApiUser.signIn(stack, `mallory.${info.testId}@example.com`);
  const orderId = await customer.enter();
  const path = `/orders/${orderId}`;
  const before = await customer.order(orderId);

  const refusals = [
    [await customer.call("POST", "/qr-code", { code: "LATTE" }), 404, "code_unknown"],
    [await customer.call("PUT", path, { drink: "cold-brew-fizz", modifiers: [] }), 422, "drink_unknown"],
    [await customer.call("PUT", path, { drink: "latte", modifiers: ["gold"] }), 422, "option_unknown"],
    [await customer.call("PUT", path, { drink: 7, modifiers: [] }), 400, "invalid_request"],
    [await customer.call("PUT", path, { drink: "latte", modifiers: [], price: 0 }), 400, "invalid_request"],
    [await customer.call("PUT", path, '{"drink":'), 400, "invalid_request"],
    [await customer.call("PUT", path, { drink: "x".repeat(20_000) }), 400, "body_too_large"],
    [await customer.call("POST", `${path}/make`), 403, "forbidden"],
    [await stranger.call("PUT", path, { drink: "latte", modifiers: [] }), 404, "order_not_found"],
    [await stranger.call("GET", path), 404, "order_not_found"],
    [await customer.call("GET", "/nowhere"), 404, "not_found"],
  ] as const;
  for (const [answer, status, code] of refusals) {
    expect(answer).toMatchObject({ status, body: { error: { code } } });
  }
  expect(await customer.order(orderId)).toEqual(before);

  const submitted = await customer.call("PUT", path, { drink: "latte", modifiers: [] }, "one-basket");
  expect(submitted.status).toBe(200);
  expect(await customer.call("PUT", path, { drink: "latte", modifiers: [] }, "one-basket")).toMatchObject({
    status: 200,
  });
  expect(await customer.call("PUT", path, { drink: "espresso", modifiers: [] })).toMatchObject({
    status: 409,
    body: { error: { code: "order_conflict", order: { drinkOrder: { drink: "latte" } } } },
  });
  expect((await customer.call("POST", `${path}/cancel`)).status).toBe(200);
});

test("an event with a missing field ends in the dead-letter queue, and nothing waits for it", async ({
  stack,
}) => {
  await awsClients(stack).put("OrderProcessor.WorkflowStarted", { orderId: "lost-1", userId: "1" });
  await expect
    .poll(async () => {
      await stack.advance(60);
      return messagesIn(stack, "serverlesspresso-functions-dlq");
    })
    .toContain("lost-1");
});

test("a new order without its id takes no place, and says in the queue and the execution why", async ({
  stack,
}) => {
  const aws = awsClients(stack);
  const before = await placesLeft(stack, shops.quiet);
  await aws.put("Validator.NewOrder", { userId: "nobody-7", eventId: shops.quiet });
  await expect.poll(() => messagesIn(stack, "serverlesspresso-events-dlq")).toContain("nobody-7");
  const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${names.workflow}`;
  const failures = async () => {
    const { executions = [] } = await aws.stepFunctions.send(
      new ListExecutionsCommand({ stateMachineArn, statusFilter: "FAILED" }),
    );
    const described = executions.map(({ executionArn }) =>
      aws.stepFunctions.send(new DescribeExecutionCommand({ executionArn })),
    );
    return (await Promise.all(described)).map(({ error, cause }) => `${error}: ${cause}`).join();
  };
  await expect.poll(failures).toMatch(/MalformedOrder: .*detail\.orderId/);
  expect(await placesLeft(stack, shops.quiet)).toBe(before);
});

async function messagesIn(stack: Stack, queue: string): Promise<string> {
  const { Messages = [] } = await awsClients(stack).sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: `${stack.awsUrl}/000000000000/${queue}`,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 0,
    }),
  );
  return Messages.map((message) => message.Body).join();
}
