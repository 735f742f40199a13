import * as z from "zod/mini";
import { callAws } from "./call";

const sfn = (operation: string) => `AWSStepFunctions.${operation}`;
const StateMachine = z.object({ stateMachineArn: z.string(), name: z.string() });
export type StateMachine = z.infer<typeof StateMachine>;
const StateMachines = z.object({ stateMachines: z.array(StateMachine), nextToken: z.optional(z.string()) });

export const executionStatuses = ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"] as const;
const ExecutionStatus = z.enum(executionStatuses);
export type ExecutionStatus = z.infer<typeof ExecutionStatus>;

/** Times are seconds since the epoch. */
const Execution = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  status: ExecutionStatus,
  startDate: z.number(),
  stopDate: z.optional(z.number()),
});
export type Execution = z.infer<typeof Execution>;
const Executions = z.object({ executions: z.array(Execution), nextToken: z.optional(z.string()) });

const Described = z.extend(Execution, {
  input: z.optional(z.string()),
  output: z.optional(z.string()),
  error: z.optional(z.string()),
  cause: z.optional(z.string()),
});
export type DescribedExecution = z.infer<typeof Described>;

export const HistoryEvent = z.looseObject({
  id: z.number(),
  type: z.string(),
  timestamp: z.number(),
  previousEventId: z.optional(z.number()),
});
export type HistoryEvent = z.infer<typeof HistoryEvent>;
const History = z.object({ events: z.array(HistoryEvent), nextToken: z.optional(z.string()) });

export async function listStateMachines(): Promise<StateMachine[]> {
  return (await callAws(StateMachines, sfn("ListStateMachines"))).stateMachines;
}

export function stateMachineArn(of: readonly StateMachine[], name: string): string | undefined {
  return of.find((each) => each.name === name)?.stateMachineArn;
}

const pageSize = 25;

/** The newest executions of a state machine, page by page. */
export async function listExecutions(of: {
  stateMachineArn: string;
  status: ExecutionStatus | undefined;
  pages: number;
}): Promise<{ executions: Execution[]; isAll: boolean }> {
  const found: Execution[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < of.pages; page += 1) {
    const answer = await callAws(Executions, sfn("ListExecutions"), {
      stateMachineArn: of.stateMachineArn,
      statusFilter: of.status,
      maxResults: pageSize,
      nextToken,
    });
    found.push(...answer.executions);
    nextToken = answer.nextToken;
    if (nextToken === undefined) break;
  }
  return { executions: found, isAll: nextToken === undefined };
}

export function describeExecution(executionArn: string): Promise<DescribedExecution> {
  return callAws(Described, sfn("DescribeExecution"), { executionArn });
}

const Definition = z.object({ definition: z.string() });

/** The definition that an execution began with. */
export async function definitionOf(executionArn: string): Promise<string> {
  const target = sfn("DescribeStateMachineForExecution");
  return (await callAws(Definition, target, { executionArn })).definition;
}

export async function definitionOfMachine(arn: string): Promise<string> {
  const input = { stateMachineArn: arn };
  return (await callAws(Definition, sfn("DescribeStateMachine"), input)).definition;
}

const mostHistory = 2000;

/** From the first event on; of a very long history its beginning. */
export async function readHistory(executionArn: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const input = { executionArn, maxResults: 1000, nextToken };
    const answer = await callAws(History, sfn("GetExecutionHistory"), input);
    events.push(...answer.events);
    nextToken = answer.nextToken;
  } while (nextToken !== undefined && events.length < mostHistory);
  return events;
}

const Started = z.object({ executionArn: z.string() });

export async function startExecution(arn: string, name: string, input: string): Promise<string> {
  const given = { stateMachineArn: arn, input, ...(name !== "" && { name }) };
  return (await callAws(Started, sfn("StartExecution"), given)).executionArn;
}

/** Gives a waiting task its token back, with what it is to go on with. */
export async function returnToken(taskToken: string, outcome: TokenOutcome): Promise<void> {
  const { output, error, cause } = outcome;
  const [operation, input] =
    error === ""
      ? ["SendTaskSuccess", { taskToken, output }]
      : ["SendTaskFailure", { taskToken, error, cause }];
  await callAws(z.looseObject({}), sfn(String(operation)), Object(input));
}

export interface TokenOutcome {
  readonly output: string;
  /** Empty for a task that went well. */
  readonly error: string;
  readonly cause: string;
}

export async function stopExecution(executionArn: string): Promise<void> {
  const cause = "Stopped on the console page";
  await callAws(z.looseObject({}), sfn("StopExecution"), { executionArn, error: "Stopped", cause });
}
