import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Clock } from "../clock";
import { Meter } from "../meter";
import type { Machine, Service } from "../service";
import { waitFor } from "../wait-for.fixture";
import { createStepFunctionsService } from "./step-functions-service";

interface Call {
  service: string;
  operation: string;
  input: Record<string, unknown>;
}

type Answer = (call: Call) => Record<string, unknown> | Promise<Record<string, unknown>>;

// Inputs and answers of operations are open structures; a test reads what it asked for.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Open = any;

/** Step Functions on a data folder of its own, with the other services as `answer` plays them. */
export class Engine {
  readonly calls: Call[] = [];
  readonly clock: Clock;
  answer: Answer = () => ({});

  private constructor(
    readonly folder: string,
    readonly service: Service,
    machine: { clock: Clock; calls: Call[]; answer: () => Answer },
  ) {
    this.clock = machine.clock;
    this.calls = machine.calls;
    machine.answer = () => this.answer;
  }

  static async open(folder = mkdtempSync(join(tmpdir(), "step-functions-"))): Promise<Engine> {
    const calls: Call[] = [];
    const ports = { clock: new Clock(folder), calls, answer: (): Answer => () => ({}) };
    const machine: Machine = {
      clock: ports.clock,
      dataFolder: folder,
      region: "us-east-1",
      account: "000000000000",
      aws: {
        call: async (service, operation, input) => {
          const call = { service, operation, input };
          calls.push(call);
          return ports.answer()(call);
        },
      },
      meter: new Meter(),
      log: () => undefined,
    };
    return new Engine(folder, await createStepFunctionsService(machine), ports);
  }

  async started(): Promise<this> {
    await this.service.start?.();
    return this;
  }

  /** What the process leaves behind at `kill -9`, opened by the next one; this one must not be used again. */
  async killed(): Promise<Engine> {
    this.clock.close();
    this.answer = () => new Promise(() => undefined);
    return Engine.open(this.folder);
  }

  /** Resolves when all so far is on disk: an acknowledged call is, and everything before it. */
  async durable(): Promise<void> {
    const roleArn = "arn:aws:iam::000000000000:role/any";
    const definition = definitionOf({ A: { Type: "Succeed" } });
    await this.call("CreateStateMachine", { name: "durable", roleArn, definition });
  }

  async call(operation: string, input: Record<string, unknown>): Promise<Open> {
    const run = this.service.operations?.[operation];
    if (run === undefined) throw new Error(`no operation ${operation}`);
    return run(input);
  }

  /** Creates a machine named `name` with these states and starts it. */
  async run(states: Record<string, object>, input: unknown = {}, name = "machine"): Promise<string> {
    const { stateMachineArn } = await this.call("CreateStateMachine", {
      name,
      roleArn: "arn:aws:iam::000000000000:role/any",
      definition: definitionOf(states),
    });
    const started = await this.call("StartExecution", { stateMachineArn, input: JSON.stringify(input) });
    return started.executionArn;
  }

  /** The execution as DescribeExecution answers it, once it has ended. */
  async ended(executionArn: string): Promise<Open> {
    return waitFor(async () => {
      const execution = await this.call("DescribeExecution", { executionArn });
      if (execution.status === "RUNNING") throw new Error("still running");
      return execution;
    });
  }

  /** Resolves when a finished execution has left the journal for the archive. */
  async archived(executionArn: string): Promise<void> {
    const folder = join(this.folder, "step-functions", "finished");
    await waitFor(() => {
      const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
      if (!texts.join("").includes(executionArn)) throw new Error("not archived yet");
    });
    await this.durable();
  }

  async output(executionArn: string): Promise<unknown> {
    const { status, output, error, cause } = await this.ended(executionArn);
    if (status !== "SUCCEEDED") throw new Error(`${status}: ${error}: ${cause}`);
    return JSON.parse(output);
  }

  async history(executionArn: string): Promise<Open[]> {
    return (await this.call("GetExecutionHistory", { executionArn, maxResults: 1000 })).events;
  }

  /** The types of the history's events, once one of that type is the last. */
  async historyUpTo(executionArn: string, last: string): Promise<string[]> {
    return waitFor(async () => {
      const types = (await this.history(executionArn)).map(({ type }) => type);
      if (types.at(-1) !== last) throw new Error(`the last event is ${types.at(-1)}`);
      return types;
    });
  }

  /** The token in the detail of the event that was put as the `count`th. */
  async token(count = 1): Promise<string> {
    return waitFor(() => {
      const put = this.calls.filter(({ operation }) => operation === "PutEvents")[count - 1];
      const entries = put?.input.Entries as Open;
      return JSON.parse(entries[0].Detail).TaskToken;
    });
  }
}

/** A definition whose first state is the first of `states`. */
export function definitionOf(states: Record<string, object>, more: object = {}): string {
  return JSON.stringify({
    QueryLanguage: "JSONata",
    StartAt: Object.keys(states)[0],
    States: states,
    ...more,
  });
}

/** A Task that puts an event with its token and waits for it. */
export const waitForToken = {
  Type: "Task",
  Resource: "arn:aws:states:::events:putEvents.waitForTaskToken",
  Arguments: {
    Entries: [
      { Source: "test", DetailType: "Wait", Detail: { TaskToken: "{% $states.context.Task.Token %}" } },
    ],
  },
};
