import { Worker } from "node:worker_threads";
import { z } from "zod";

const entry = new URL("./worker-entry.mjs", import.meta.url);

// Node's own 48 MB for each of a dozen workers would be most of what the whole machine may take.
const youngGenerationMb = 16;

const FunctionError = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()),
});
type FunctionError = z.infer<typeof FunctionError>;
const Message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("failed"), error: FunctionError }),
  z.object({ kind: z.literal("result"), id: z.string(), payload: z.string() }),
  z.object({ kind: z.literal("error"), id: z.string(), error: FunctionError }),
]);

/** What an invocation came to: the handler's answer, or its error, as JSON text. */
export interface Outcome {
  readonly payload: string;
  readonly failed: boolean;
}

export interface WorkerSettings {
  readonly folder: string;
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly clock: SharedArrayBuffer;
  readonly onOutput: (text: string) => void;
}

interface Pending {
  readonly settle: (outcome: Outcome) => void;
  readonly timer: NodeJS.Timeout;
  /** How many it had answered when this one came. */
  readonly answered: number;
}

/** One worker thread that holds a function's bundle and runs any number of invocations at once. */
export class FunctionWorker {
  readonly #worker: Worker;
  readonly #pending = new Map<string, Pending>();
  readonly #ready: Promise<FunctionError | undefined>;
  #retired = false;
  #answered = 0;

  constructor(settings: WorkerSettings) {
    const { folder, handler, environment, memoryMb, clock, onOutput } = settings;
    this.#worker = new Worker(entry, {
      workerData: { folder, handler, clock },
      env: { ...environment },
      stdout: true,
      stderr: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: youngGenerationMb },
    });
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      stream.setEncoding("utf8").on("data", onOutput);
    }
    this.#ready = new Promise((done) => {
      this.#worker.on("message", (value) => {
        const message = Message.parse(value);
        if (message.kind === "ready") done(undefined);
        else if (message.kind === "failed") done(message.error);
        else if (message.kind === "result") this.#answer(message.id, message.payload, false);
        else this.#answer(message.id, JSON.stringify(message.error), true);
      });
      this.#worker.once("error", (cause) => {
        const error = crash(cause);
        done(error);
        this.#failAll(error);
      });
      this.#worker.once("exit", (status) => {
        const error = exited(status);
        done(error);
        this.#failAll(error);
      });
    });
  }

  /** Resolves when the bundle is loaded, or has failed to. */
  async loaded(): Promise<void> {
    await this.#ready;
  }

  /** Whether it takes no further invocations: it crashed, could not start, or answers nobody any more. */
  get retired(): boolean {
    return this.#retired;
  }

  async invoke(id: string, payload: string, context: object, patienceMs: number): Promise<Outcome> {
    const failure = await this.#ready;
    if (failure !== undefined || this.#retired) {
      this.#retire();
      return { payload: JSON.stringify(failure ?? exited(0)), failed: true };
    }
    return new Promise((settle) => {
      const timer = setTimeout(() => this.#timedOut(id, patienceMs), patienceMs);
      this.#pending.set(id, { settle, timer, answered: this.#answered });
      this.#worker.postMessage({ id, payload, context, patienceMs });
    });
  }

  async terminate(): Promise<void> {
    this.#retired = true;
    await this.#worker.terminate();
  }

  /**
   * On AWS the sandbox ends with the invocation that timed out. Here others share it: while it answers them it
   * is slow, not stuck, and to load another would make it slower for all.
   */
  #timedOut(id: string, patienceMs: number): void {
    const stuck = this.#pending.get(id)?.answered === this.#answered;
    const errorMessage = `Task timed out after ${(patienceMs / 1000).toFixed(2)} seconds`;
    this.#settle(id, JSON.stringify({ errorType: "Sandbox.Timedout", errorMessage }), true);
    if (stuck) this.#retire();
  }

  #answer(id: string, payload: string, failed: boolean): void {
    this.#answered += 1;
    this.#settle(id, payload, failed);
  }

  #settle(id: string, payload: string, failed: boolean): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    clearTimeout(pending.timer);
    this.#pending.delete(id);
    pending.settle({ payload, failed });
    if (this.#retired && this.#pending.size === 0) void this.#worker.terminate();
  }

  #failAll(error: FunctionError): void {
    this.#retired = true;
    for (const id of [...this.#pending.keys()]) this.#settle(id, JSON.stringify(error), true);
  }

  /** Ends once nothing is under way. */
  #retire(): void {
    this.#retired = true;
    if (this.#pending.size === 0) void this.#worker.terminate();
  }
}

function crash(cause: unknown): FunctionError {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  return { errorType: error.name, errorMessage: error.message, trace: String(error.stack).split("\n") };
}

function exited(status: number): FunctionError {
  return {
    errorType: "Runtime.ExitError",
    errorMessage: `Runtime exited with error: exit status ${status}`,
    trace: [],
  };
}
