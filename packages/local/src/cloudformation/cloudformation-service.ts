import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Deployment } from "../deploy/deployment";
import { stackId } from "../deploy/scope";
import type { Machine, Service } from "../service";

const NamedStack = z.object({ StackName: z.string().optional() });

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
  return {
    name: "cloudformation",
    operations: {
      DescribeStacks: (input) => ({ Stacks: [describeStack(stack(input), startedAt)] }),
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

function describeStack({ place, outputs, values }: Deployment, startedAt: string): object {
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
