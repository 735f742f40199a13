import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import type { Clock } from "./clock";
import type { Meter } from "./meter";

/** What every service is given: the machine it runs on. */
export interface Machine {
  readonly clock: Clock;
  /** A folder of the service's own lies below it: `join(dataFolder, "step-functions")`. */
  readonly dataFolder: string;
  readonly region: string;
  readonly account: string;
  /** Calls another service in this process, as a client with its SDK would. */
  readonly aws: AwsCalls;
  readonly meter: Meter;
  /** Writes one line to the terminal's log; never tokens, codes or addresses. */
  log(message: string): void;
}

export interface AwsCalls {
  /**
   * @param service the lower-case name in an ARN or endpoint: `dynamodb`, `states`, `events`, `lambda`, `logs`, `sqs`, `cognito-idp`
   * @param operation in PascalCase, as in `X-Amz-Target`: `UpdateItem`
   * @throws AwsError as the service answers it
   */
  call(service: string, operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** The input is whatever a client sent: the operation parses it. */
export type Operation = (input: unknown) => Promise<object> | object;

/** A service of the AWS protocols. All of its parts are optional but the name. */
export interface Service {
  /** The lower-case name in an ARN and in a signature's credential scope: `dynamodb`, `states`, `events` … */
  readonly name: string;
  /** `X-Amz-Target` before the dot: `AWSStepFunctions`. */
  readonly targetPrefix?: string;
  /** The content type of JSON answers is `application/x-amz-json-<this>`. */
  readonly jsonVersion?: "1.0" | "1.1";
  /** The JSON operations by name; the query protocol (`Action=`) uses the same ones. */
  readonly operations?: Record<string, Operation>;
  /** Operations that clients on the network may call under `--lan` (the public client's calls). */
  readonly publicOperations?: readonly string[];
  /** Answers requests that are routed on their path; says whether it took the request. */
  handle?(request: HttpRequest, response: ServerResponse): Promise<boolean>;
  /** What the template's resources become. */
  readonly resources?: readonly ResourceType[];
  /** Where rules can deliver to, by ARN. */
  readonly target?: Target;
  /** Begins delivering, timing and re-arming; called once after everything is deployed. */
  start?(): Promise<void>;
  close?(): Promise<void>;
}

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  /** The peer's address; loopback or not decides what `--lan` lets through. */
  readonly peer: string;
}

export interface Target {
  accepts(arn: string): boolean;
  /** Hands over one event; resolves when it is accepted durably. Throws to be retried. */
  deliver(arn: string, input: string): Promise<void>;
}

/** How one CloudFormation resource type is created here. Deploying the same again changes nothing. */
export interface ResourceType<Properties = unknown> {
  /** `AWS::SQS::Queue` */
  readonly type: string;
  /** Strict: a property it does not name is refused at deploy time, by its path. */
  readonly properties: z.ZodType<Properties>;
  /** Properties that have no effect here; listed at start as "AWS only". */
  readonly awsOnly?: readonly string[];
  deploy(resource: { logicalId: string; properties: Properties }): Promise<Deployed> | Deployed;
  /** What `deploy` will answer as `ref`, where removing it can lose something. */
  refOf?(resource: { logicalId: string; properties: Properties }): string;
  /** What speaks against deploying it over what is there; asked of every resource before any is changed. */
  problems?(resource: { logicalId: string; properties: Properties }): Promise<string[]>;
  /**
   * How what an earlier template made goes away. A type without it lives only as long as the process:
   * it comes anew from the template at every start.
   */
  removal?: Removal;
}

/** `ref` is what `Ref` answered when it was deployed. */
export interface Removal {
  /** What speaks against removing it; asked before anything is changed. */
  problems?(ref: string): Promise<string[]>;
  remove(ref: string): Promise<void>;
}

/** Keeps the type of `properties` where a list of resource types forgets it. */
export function resourceType<Properties>(type: ResourceType<Properties>): ResourceType {
  // Its own `properties` have parsed what `deploy` is given, whatever the list makes of the type.
  return type as ResourceType<unknown>;
}

export interface Deployed {
  /** What `Ref` answers. */
  ref: string;
  /** What `Fn::GetAtt` answers, by attribute name (`Arn`, `Dns.Http`). */
  attributes?: Record<string, string>;
}
