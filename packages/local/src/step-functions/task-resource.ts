/** What a Task's `Resource` calls, and whether the task waits for its token afterwards. */
export interface TaskResource {
  kind: "aws-sdk" | "dynamodb" | "events" | "lambda" | "lambda-function";
  /** As in `machine.aws.call`. */
  service: string;
  operation: string;
  waitsForToken: boolean;
  /** What error names begin with: `DynamoDB`. */
  errorPrefix: string;
  /** As the history shows them. */
  resourceType: string;
  resource: string;
}

const optimised: Record<string, { errorPrefix: string; operations: readonly string[]; tokens: boolean }> = {
  dynamodb: {
    errorPrefix: "DynamoDB",
    operations: ["getItem", "putItem", "updateItem", "deleteItem"],
    tokens: false,
  },
  events: { errorPrefix: "EventBridge", operations: ["putEvents"], tokens: true },
  lambda: { errorPrefix: "Lambda", operations: ["invoke"], tokens: true },
};

// The names of AWS SDK integrations are those of the SDK for Java, which also begin the error names.
const sdkServices: Record<string, { service: string; errorPrefix: string }> = {
  cloudwatchlogs: { service: "logs", errorPrefix: "CloudWatchLogs" },
  cognitoidentityprovider: { service: "cognito-idp", errorPrefix: "CognitoIdentityProvider" },
  dynamodb: { service: "dynamodb", errorPrefix: "DynamoDb" },
  eventbridge: { service: "events", errorPrefix: "EventBridge" },
  lambda: { service: "lambda", errorPrefix: "Lambda" },
  sfn: { service: "states", errorPrefix: "Sfn" },
  sqs: { service: "sqs", errorPrefix: "Sqs" },
};

const tokenSuffix = ".waitForTaskToken";

/** Reads a Task's `Resource`; answers nothing where it is not implemented here. */
export function parseTaskResource(arn: string): TaskResource | undefined {
  if (/^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w:$-]+$/.test(arn)) {
    return {
      kind: "lambda-function",
      service: "lambda",
      operation: "Invoke",
      waitsForToken: false,
      errorPrefix: "Lambda",
      resourceType: "lambda",
      resource: arn,
    };
  }
  const name = /^arn:[\w-]+:states:[\w-]*:\d*:(.+)$/.exec(arn)?.[1];
  if (name === undefined) return undefined;
  const waitsForToken = name.endsWith(tokenSuffix);
  const parts = (waitsForToken ? name.slice(0, -tokenSuffix.length) : name).split(":");
  const found = parts[0] === "aws-sdk" ? sdkResource(parts) : optimisedResource(parts, waitsForToken);
  if (found === undefined) return undefined;
  const resource = `${parts.at(-1)}${waitsForToken ? tokenSuffix : ""}`;
  return { ...found, waitsForToken, resourceType: parts.slice(0, -1).join(":"), resource };
}

type Integration = Pick<TaskResource, "kind" | "service" | "operation" | "errorPrefix">;

function sdkResource([, name = "", operation = "", ...rest]: string[]): Integration | undefined {
  const sdk = sdkServices[name];
  if (sdk === undefined || rest.length > 0 || !/^[a-z]\w*$/.test(operation)) return undefined;
  return { kind: "aws-sdk", ...sdk, operation: pascalCase(operation) };
}

function optimisedResource(parts: string[], waitsForToken: boolean): Integration | undefined {
  const [service = "", operation = "", ...rest] = parts;
  const known = optimised[service];
  if (!known?.operations.includes(operation) || rest.length > 0) return undefined;
  if (waitsForToken && !known.tokens) return undefined;
  // The keys of `optimised` are kinds.
  const kind = service as "dynamodb" | "events" | "lambda";
  return { kind, service, operation: pascalCase(operation), errorPrefix: known.errorPrefix };
}

function pascalCase(operation: string): string {
  return operation.charAt(0).toUpperCase() + operation.slice(1);
}
