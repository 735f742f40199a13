import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand,
  InvokeCommand,
  type InvokeCommandInput,
  ListFunctionsCommand,
} from "@aws-sdk/client-lambda";
import { ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { functionArn, queueArn, slow, type WalkPlace } from "./walk-place.fixture";

const FunctionName = "Echo";

/** Lambda, each call by its own client. */
export function walkLambda(place: () => WalkPlace): void {
  const invoke = (payload: unknown, more: Partial<InvokeCommandInput> = {}) =>
    place().lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload), ...more }));

  test("lambda: functions are listed in pages, found by name and by ARN", async () => {
    const { lambda } = place();
    const first = await lambda.send(new ListFunctionsCommand({ MaxItems: 1 }));
    const second = await lambda.send(new ListFunctionsCommand({ MaxItems: 1, Marker: first.NextMarker }));
    const names = [first, second].map(({ Functions }) => Functions?.[0]?.FunctionName);
    expect(names.toSorted()).toEqual(["Echo", "Other"]);
    expect(second.NextMarker).toBeUndefined();
    const got = await lambda.send(new GetFunctionCommand({ FunctionName: functionArn("Echo") }));
    expect(got.Configuration).toMatchObject({ Handler: "index.handler", Timeout: 5, State: "Active" });
    const configuration = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    expect(configuration.Description).toBe("says it again");
    const retries = await lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }));
    expect(retries).toMatchObject({
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: queueArn("failed") } },
    });
    for (const missing of ["Nobody", "Echo:7"]) {
      await expect(lambda.send(new GetFunctionCommand({ FunctionName: missing }))).rejects.toThrow(
        expect.objectContaining({ name: "ResourceNotFoundException" }),
      );
    }
  });

  test("lambda: a function answers, with the end of its log when asked", async () => {
    const answer = await invoke({ n: 1 }, { LogType: "Tail" });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(JSON.parse(answer.Payload?.transformToString() ?? "")).toEqual({ heard: { n: 1 } });
    expect(Buffer.from(answer.LogResult ?? "", "base64").toString()).toContain('heard {"n":1}');
    expect((await invoke({ n: 1 })).LogResult).toBeUndefined();
  });

  test("lambda: an error of the function's is no error of the call", async () => {
    const answer = await invoke({ fail: true });
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: "Unhandled" });
    expect(JSON.parse(answer.Payload?.transformToString() ?? "")).toMatchObject({
      errorType: "RangeError",
      errorMessage: "as asked",
    });
  });

  test("lambda: an event is accepted, and reported where failures go", async () => {
    const { sqs, machine } = place();
    expect((await invoke({}, { InvocationType: "DryRun" })).StatusCode).toBe(204);
    expect((await invoke({ fail: true }, { InvocationType: "Event" })).StatusCode).toBe(202);
    const QueueUrl = `${machine.aws}/000000000000/failed`;
    await expect
      .poll(async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0]?.Body, slow)
      .toContain('"condition":"RetriesExhausted"');
  });

  test.each([
    [{ Payload: "{" }, "InvalidRequestContentException"],
    [{ InvocationType: "Later" }, "InvalidParameterValueException"],
    [{ FunctionName: "Nobody" }, "ResourceNotFoundException"],
    [{ InvocationType: "Event", Payload: JSON.stringify("x".repeat(1_100_000)) }, "RequestTooLargeException"],
  ])("lambda: Invoke refuses %#", async (more, name) => {
    // Some are values that the client's own types rule out.
    const wrong = more as Partial<InvokeCommandInput>;
    await expect(invoke({}, wrong)).rejects.toThrow(expect.objectContaining({ name }));
  });
}
