import { z } from "zod";
import { AwsError } from "../aws-error";
import type { Operation } from "../service";
import type { EventInvokeSettings } from "./async-invocations";
import { functionName } from "./function-name";
import type { FunctionSettings } from "./lambda-function";

const NamedInput = z.object({ FunctionName: z.string(), Qualifier: z.string().optional() });
const ListInput = z.object({
  MaxItems: z.coerce.number().int().min(1).max(10_000).default(50),
  Marker: z.coerce.number().int().min(0).default(0),
});

export interface DeployedFunctions {
  all(): FunctionSettings[];
  /** @throws AwsError ResourceNotFoundException */
  find(name: string): FunctionSettings;
  eventSettings(name: string): EventInvokeSettings | undefined;
}

/** What functions there are and how they are set. */
export function describeOperations(functions: DeployedFunctions): Record<DescribeOperation, Operation> {
  const named = (input: unknown) => {
    const { FunctionName, Qualifier } = NamedInput.parse(input);
    return functions.find(functionName(FunctionName, Qualifier));
  };
  return {
    GetFunctionConfiguration: (input) => configuration(named(input)),
    GetFunction: (input) => {
      const settings = named(input);
      const Code = { RepositoryType: "S3", Location: `file://${settings.folder}` };
      return { Configuration: configuration(settings), Code, Tags: {} };
    },
    GetFunctionEventInvokeConfig: (input) => {
      const { name, arn } = named(input);
      const settings = functions.eventSettings(name);
      if (settings === undefined) {
        const message = `The function ${arn} doesn't have an EventInvokeConfig`;
        throw new AwsError("ResourceNotFoundException", message, 404, { Type: "User" });
      }
      return {
        FunctionArn: `${arn}:$LATEST`,
        MaximumRetryAttempts: settings.maximumRetryAttempts,
        MaximumEventAgeInSeconds: settings.maximumEventAgeSeconds,
        DestinationConfig: settings.onFailureArn ? { OnFailure: { Destination: settings.onFailureArn } } : {},
      };
    },
    ListFunctions: (input) => {
      const { MaxItems, Marker } = ListInput.parse(input);
      const all = functions.all();
      const end = Marker + MaxItems;
      return {
        Functions: all.slice(Marker, end).map(configuration),
        ...(end < all.length && { NextMarker: String(end) }),
      };
    },
  };
}

type DescribeOperation =
  | "GetFunction"
  | "GetFunctionConfiguration"
  | "GetFunctionEventInvokeConfig"
  | "ListFunctions";

function configuration(settings: FunctionSettings): object {
  return {
    FunctionName: settings.name,
    FunctionArn: settings.arn,
    Runtime: settings.runtime,
    Role: settings.role,
    Handler: settings.handler,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMb,
    Environment: { Variables: settings.environment },
    ...(settings.deadLetterArn && { DeadLetterConfig: { TargetArn: settings.deadLetterArn } }),
    LoggingConfig: { LogFormat: "Text", LogGroup: settings.logGroup },
    PackageType: "Zip",
    Architectures: [process.arch === "arm64" ? "arm64" : "x86_64"],
    State: "Active",
    LastUpdateStatus: "Successful",
    Version: "$LATEST",
  };
}
