import { AwsError } from "../aws-error";
import type { Deployment } from "../deploy/deployment";
import { stackId } from "../deploy/scope";
import type { Machine, Service } from "../service";

/** CloudFormation, to read: the one stack that runs here, its outputs and resources. */
export function createCloudformationService(
  machine: Machine,
  deployment: () => Deployment | undefined,
): Service {
  const stack = (name: unknown): Deployment => {
    const found = deployment();
    if (found === undefined || (name !== undefined && !isStack(found, String(name)))) {
      throw new AwsError("ValidationError", `Stack with id ${name ?? ""} does not exist`);
    }
    return found;
  };
  const startedAt = new Date(machine.clock.now()).toISOString();
  return {
    name: "cloudformation",
    operations: {
      DescribeStacks: ({ StackName }) => ({ Stacks: [describeStack(stack(StackName), startedAt)] }),
      ListStackResources: ({ StackName }) => ({
        StackResourceSummaries: [...stack(StackName).resources.values()].map((resource) => ({
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
