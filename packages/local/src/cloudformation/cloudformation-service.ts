import { z } from "zod";
import { AwsError } from "../aws-error";
import type { DeployedResource, Deployment } from "../deploy/deployment";
import { stackId } from "../deploy/scope";
import type { Machine, Service } from "../service";

const NamedStack = z.object({ StackName: z.string().optional() });
const NamedResource = NamedStack.extend({ LogicalResourceId: z.string() });

/** CloudFormation, to read: the one stack that runs here, its outputs and resources. */
export function createCloudformationService(
  machine: Machine,
  deployment: () => Deployment | undefined,
): Service {
  const stack = (input: unknown): Deployment => {
    const { StackName } = NamedStack.parse(input);
    const found = deployment();
    if (found === undefined || (StackName !== undefined && !isStack(found, StackName))) {
      throw new AwsError("ValidationError", `Stack with id ${StackName ?? ""} does not exist`);
    }
    return found;
  };
  const startedAt = new Date(machine.clock.now()).toISOString();
  const described = (stack: Deployment, resource: DeployedResource) => ({
    StackName: stack.place.stackName,
    StackId: stackId(stack.place),
    LogicalResourceId: resource.logicalId,
    PhysicalResourceId: resource.ref,
    ResourceType: resource.type,
    ResourceStatus: "CREATE_COMPLETE",
  });
  return {
    name: "cloudformation",
    operations: {
      DescribeStacks: (input) => ({ Stacks: [describeStack(stack(input), startedAt)] }),
      ListStacks: () => {
        const found = deployment();
        if (found === undefined) return { StackSummaries: [] };
        const { StackId, StackName, StackStatus, CreationTime } = describeStack(found, startedAt);
        return { StackSummaries: [{ StackId, StackName, StackStatus, CreationTime }] };
      },
      DescribeStackResources: (input) => {
        const found = stack(input);
        const resources = [...found.resources.values()].map((resource) => ({
          ...described(found, resource),
          Timestamp: startedAt,
        }));
        return { StackResources: resources };
      },
      DescribeStackResource: (input) => {
        const found = stack(input);
        const { LogicalResourceId } = NamedResource.parse(input);
        const resource = found.resources.get(LogicalResourceId);
        if (resource === undefined) {
          throw new AwsError(
            "ValidationError",
            `Resource ${LogicalResourceId} does not exist for stack ${found.place.stackName}`,
          );
        }
        const detail = { ...described(found, resource), LastUpdatedTimestamp: startedAt };
        return { StackResourceDetail: detail };
      },
      GetTemplate: (input) => ({ TemplateBody: JSON.stringify(stack(input).template) }),
      ListStackResources: (input) => ({
        StackResourceSummaries: [...stack(input).resources.values()].map((resource) => ({
          LogicalResourceId: resource.logicalId,
          PhysicalResourceId: resource.ref,
          ResourceType: resource.type,
          ResourceStatus: "CREATE_COMPLETE",
          LastUpdatedTimestamp: startedAt,
        })),
      }),
    },
  };
}

function isStack({ place }: Deployment, name: string): boolean {
  return name === place.stackName || name === stackId(place);
}

function describeStack({ place, outputs, values }: Deployment, startedAt: string) {
  return {
    StackId: stackId(place),
    StackName: place.stackName,
    StackStatus: "CREATE_COMPLETE",
    CreationTime: startedAt,
    Parameters: Object.entries(values).map(([ParameterKey, value]) => ({
      ParameterKey,
      ParameterValue: [value].flat().join(","),
    })),
    Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  };
}
