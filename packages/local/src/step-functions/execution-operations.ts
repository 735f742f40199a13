import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Operation } from "../service";
import type { ExecutionSummary, Executions } from "./executions";
import { renderEvent } from "./history-rendering";
import type { Execution } from "./ledger";
import { Name, Page, pageOf, parseInput, requireJson } from "./operation-input";
import type { Runner } from "./runner";
import type { StateMachines } from "./state-machines";
import { summaryOf } from "./store";

const inputAtMost = 262_144;

const Start = z.object({
  stateMachineArn: z.string(),
  name: Name.optional(),
  input: z.string().max(inputAtMost).default("{}"),
});

const ByArn = z.object({ executionArn: z.string() });

const Stop = ByArn.extend({
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});

const List = z.object({
  stateMachineArn: z.string(),
  statusFilter: z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]).optional(),
  ...Page,
});

const History = ByArn.extend({
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().default(true),
  ...Page,
});

interface ExecutionServices {
  stateMachines: StateMachines;
  executions: Executions;
  runner: Runner;
  region: string;
}

/** Start, Describe, List, Stop and the history of executions. */
export function executionOperations(services: ExecutionServices): Record<string, Operation> {
  const { stateMachines, executions, runner, region } = services;
  return {
    StartExecution: async (given) => {
      const { stateMachineArn, name = randomUUID(), input } = parseInput(Start, given);
      const stateMachine = stateMachines.get(stateMachineArn);
      requireJson(input, "InvalidExecutionInput");
      const { arn, startedAt } = await executions.start(stateMachine, name, input);
      return { executionArn: arn, startDate: startedAt / 1000 };
    },
    DescribeExecution: async (given) => describe(await executions.get(parseInput(ByArn, given).executionArn)),
    DescribeStateMachineForExecution: async (given) => {
      const execution = await executions.get(parseInput(ByArn, given).executionArn);
      const { machineArn, machineName, roleArn, startedAt } = execution.header;
      const definition = executions.definitionOf(execution);
      const updateDate = (stateMachines.find(machineArn)?.updatedAt ?? startedAt) / 1000;
      return { stateMachineArn: machineArn, name: machineName, definition, roleArn, updateDate };
    },
    ListExecutions: (given) => list(services, parseInput(List, given)),
    StopExecution: async (given) => {
      const { executionArn, error, cause } = parseInput(Stop, given);
      const execution = await executions.get(executionArn);
      await runner.end(execution, { type: "ExecutionAborted", error, cause });
      return { stopDate: (execution.progress.outcome?.stoppedAt ?? 0) / 1000 };
    },
    GetExecutionHistory: async (given) => {
      const {
        executionArn,
        reverseOrder,
        includeExecutionData: withData,
        ...page
      } = parseInput(History, given);
      const { events } = await executions.get(executionArn);
      const { items, nextToken } = pageOf(reverseOrder ? events.toReversed() : events, page);
      return { events: items.map((event) => renderEvent(event, { region, withData })), nextToken };
    },
  };
}

function list({ stateMachines, executions }: ExecutionServices, wanted: z.infer<typeof List>): object {
  const { arn } = stateMachines.get(wanted.stateMachineArn);
  const found = executions
    .of(arn)
    .filter(({ status }) => wanted.statusFilter === undefined || status === wanted.statusFilter);
  const { items, nextToken } = pageOf(found, wanted);
  return { executions: items.map(summarise), nextToken };
}

function summarise(summary: ExecutionSummary): Record<string, unknown> {
  const { arn, machineArn, name, status, startedAt, stoppedAt } = summary;
  return {
    executionArn: arn,
    stateMachineArn: machineArn,
    name,
    status,
    startDate: startedAt / 1000,
    ...(status === "RUNNING" ? {} : { stopDate: stoppedAt / 1000 }),
  };
}

function describe(execution: Execution): object {
  const { output, error, cause } = execution.progress.outcome ?? {};
  return {
    ...summarise(summaryOf(execution)),
    input: execution.header.input,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output, outputDetails: { included: true } }),
    error,
    cause,
    redriveCount: 0,
    redriveStatus: "NOT_REDRIVABLE",
    redriveStatusReason: "Redrive is not implemented here",
  };
}
