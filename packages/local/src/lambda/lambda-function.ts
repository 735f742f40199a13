import { randomBytes, randomUUID } from "node:crypto";
import type { Machine } from "../service";
import { FunctionLog } from "./function-log";
import { FunctionWorker, type Outcome } from "./function-worker";
import { Turns } from "./turns";

/**
 * On AWS each invocation has a sandbox of its own. Here they share one thread: a crowd that ran all at once
 * would have each time out for the sake of the others, though waiting is not running.
 */
const invocationsAtOnce = 50;

export interface FunctionSettings {
  readonly name: string;
  readonly arn: string;
  readonly folder: string;
  readonly handler: string;
  readonly runtime: string;
  readonly role: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  readonly deadLetterArn: string | undefined;
}

/** A deployed function: starts its worker when needed, replaces one that crashed. */
export class LambdaFunction {
  readonly #log: FunctionLog;
  readonly #listeners = new Set<(text: string) => void>();
  readonly #turns = new Turns(invocationsAtOnce);
  #worker: FunctionWorker | undefined;

  constructor(
    private readonly machine: Machine,
    readonly settings: FunctionSettings,
    private readonly endpoints: { readonly endpoint: string; readonly dynamodbEndpoint?: string },
  ) {
    this.#log = new FunctionLog(machine, settings.logGroup, randomBytes(16).toString("hex"));
  }

  /** Starts the worker ahead of the first invocation. */
  warm(): Promise<void> {
    return this.#current().loaded();
  }

  async invoke(payload: string, id: string = randomUUID()): Promise<Outcome> {
    const { settings } = this;
    const context = {
      functionName: settings.name,
      functionVersion: "$LATEST",
      invokedFunctionArn: settings.arn,
      memoryLimitInMB: String(settings.memoryMb),
      awsRequestId: id,
      logGroupName: settings.logGroup,
      logStreamName: this.#log.stream,
    };
    const outcome = await this.#turns.take(async () => {
      const began = performance.now();
      const settled = await this.#current().invoke(id, payload, context, settings.timeoutSeconds * 1000);
      this.#count(performance.now() - began);
      return settled;
    });
    if (outcome.failed) this.#log.write(`ERROR RequestId: ${id} Invoke Error ${outcome.payload}`);
    return outcome;
  }

  /** Calls `listener` with all that the function prints, whichever invocation does; answers how to stop that. */
  onOutput(listener: (text: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the worker and with it all that is under way in it; the next invocation starts another. */
  async crash(): Promise<void> {
    await this.#worker?.terminate();
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    await this.#log.flush();
  }

  #print(text: string): void {
    this.#log.write(text);
    for (const listener of this.#listeners) listener(text);
  }

  #count(ms: number): void {
    const { meter } = this.machine;
    meter.add("lambda.invocations");
    meter.add(`lambda.invocations.${this.settings.name}`);
    meter.add("lambda.gigabyteSeconds", (ms / 1000) * (this.settings.memoryMb / 1024));
  }

  #current(): FunctionWorker {
    if (this.#worker === undefined || this.#worker.retired) {
      this.#worker = new FunctionWorker({
        folder: this.settings.folder,
        handler: this.settings.handler,
        environment: this.#environment(),
        memoryMb: this.settings.memoryMb,
        clock: this.machine.clock.shared.buffer,
        onOutput: (text) => this.#print(text),
      });
    }
    return this.#worker;
  }

  #environment(): Record<string, string> {
    const { settings, machine, endpoints } = this;
    return {
      ...settings.environment,
      AWS_REGION: machine.region,
      AWS_DEFAULT_REGION: machine.region,
      // A signature tells which function calls.
      AWS_ACCESS_KEY_ID: settings.name,
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL: endpoints.endpoint,
      ...(endpoints.dynamodbEndpoint && { AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodbEndpoint }),
      AWS_EC2_METADATA_DISABLED: "true",
      // The template names the runtime; which Node this machine has is no matter for the function's log.
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      AWS_LAMBDA_FUNCTION_NAME: settings.name,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: settings.logGroup,
      AWS_LAMBDA_LOG_STREAM_NAME: this.#log.stream,
      LAMBDA_TASK_ROOT: settings.folder,
      _HANDLER: settings.handler,
      NODE_ENV: "production",
      TZ: "UTC",
    };
  }
}
