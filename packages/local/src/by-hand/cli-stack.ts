import { expect, test } from "vitest";
import type { AwsCli } from "./aws-cli.fixture";
import type { WalkPlace } from "./walk-place.fixture";

const StackName = "Test";

/** CloudFormation and STS, by the query protocol. */
export function cliStack(cli: () => AwsCli, place: () => WalkPlace): void {
  test("cloudformation and sts: the stack that runs, and who asks", async () => {
    const call = (operation: string, input: object = {}) => cli().call("cloudformation", operation, input);
    expect((await call("ListStacks")).StackSummaries).toMatchObject([{ StackName }]);
    const { Stacks } = await call("DescribeStacks", { StackName });
    expect(Stacks[0]).toMatchObject({ StackStatus: "CREATE_COMPLETE", Outputs: expect.any(Array) });
    expect(Stacks[0].Outputs).toContainEqual({ OutputKey: "PoolId", OutputValue: place().poolId });
    const echo = { LogicalResourceId: "Echo", PhysicalResourceId: "Echo" };
    const { StackResourceSummaries } = await call("ListStackResources", { StackName });
    expect(StackResourceSummaries).toContainEqual(expect.objectContaining(echo));
    const { StackResources } = await call("DescribeStackResources", { StackName });
    expect(StackResources).toContainEqual(expect.objectContaining(echo));
    const one = await call("DescribeStackResource", { StackName, LogicalResourceId: "Echo" });
    expect(one.StackResourceDetail).toMatchObject(echo);
    const { TemplateBody } = await call("GetTemplate", { StackName });
    expect(TemplateBody.Resources.Echo.Type).toBe("AWS::Lambda::Function");
    const missing = { StackName: "Nowhere" };
    expect(await cli().errorOf("cloudformation", "DescribeStacks", missing)).toBe("ValidationError");
    expect(await cli().call("sts", "GetCallerIdentity")).toMatchObject({ Account: "000000000000" });
    expect(await cli().errorOf("sts", "GetSessionToken")).toBe("InvalidAction");
  });
}
