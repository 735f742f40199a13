import { AwsError } from "../aws-error";
import type { Assets } from "../deploy/assets";
import type { Machine, Service } from "../service";
import { AsyncInvocations, defaultEventInvokeSettings, type EventInvokeSettings } from "./async-invocations";
import { describeOperations } from "./describe-functions";
import { eventInvokeConfigResource } from "./event-invoke-config-resource";
import { functionName } from "./function-name";
import { functionResource } from "./function-resource";
import { handleFunctionRequest } from "./function-routes";
import { invoke } from "./invoke";
import { LambdaFunction } from "./lambda-function";

export interface LambdaOptions {
  readonly assets: Assets;
  /** Where the functions reach AWS: `AWS_ENDPOINT_URL` in their environment. */
  readonly endpoint: string;
  /** Where they reach DynamoDB without the way through this process: most of what they call is that. */
  readonly dynamodbEndpoint?: string;
}

export interface LambdaService extends Service {
  /** Ends a function's worker in the middle of whatever it does. */
  crash(functionName: string): void;
}

/** Lambda: each function's bundle in a worker thread of its own. */
export function createLambdaService(
  machine: Machine,
  { assets, ...endpoints }: LambdaOptions,
): LambdaService {
  const functions = new Map<string, LambdaFunction>();
  const stopping = new AbortController();
  const eventSettings = new Map<string, EventInvokeSettings>();
  const asyncInvocations = new AsyncInvocations(machine, {
    find: (name) => functions.get(name),
    settings: (name) => eventSettings.get(name) ?? defaultEventInvokeSettings,
  });
  const find = (nameOrArn: string, qualifier?: string): LambdaFunction => {
    const name = functionName(nameOrArn, qualifier);
    const found = functions.get(name);
    if (found !== undefined) return found;
    const arn = `arn:aws:lambda:${machine.region}:${machine.account}:function:${name}`;
    throw new AwsError("ResourceNotFoundException", `Function not found: ${arn}`, 404, { Type: "User" });
  };
  const operations = {
    Invoke: (input: unknown) => invoke(find, asyncInvocations, input),
    ...describeOperations({
      all: () => [...functions.values()].map(({ settings }) => settings),
      find: (name) => find(name).settings,
      eventSettings: (name) => eventSettings.get(find(name).settings.name),
    }),
  };
  return {
    name: "lambda",
    operations,
    crash: (name) => void functions.get(name)?.crash(),
    handle: (request, response) => handleFunctionRequest(operations, request, response),
    resources: [
      functionResource(machine, assets, async (settings) => {
        await functions.get(settings.name)?.close();
        functions.set(settings.name, new LambdaFunction(machine, settings, endpoints));
      }),
      eventInvokeConfigResource((name, settings) => eventSettings.set(functionName(name), settings)),
    ],
    target: {
      accepts: (arn) => arn.startsWith("arn:aws:lambda:"),
      deliver: (arn, input) => asyncInvocations.attempt(functionName(arn), input),
    },
    start: async () => {
      asyncInvocations.start();
      void warmOneByOne([...functions.values()], stopping.signal);
    },
    close: async () => {
      stopping.abort();
      await asyncInvocations.close();
      await Promise.all([...functions.values()].map((each) => each.close()));
    },
  };
}

/** In the background and in turn: a first invocation finds its worker, and the start has the processor. */
async function warmOneByOne(functions: readonly LambdaFunction[], stopping: AbortSignal): Promise<void> {
  for (const each of functions) if (!stopping.aborted) await each.warm();
}
