import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

export interface LocalProcessOptions {
  readonly template: string;
  readonly data: string;
  readonly portBase: number;
  /** The machine as one file (`bundleMachine`); without it, it runs from its sources. */
  readonly bundle?: string;
}

/** The machine as a process of its own, that can be killed at any instant. */
export class LocalProcess {
  #child: ChildProcess | undefined;
  #output: string[] = [];

  constructor(private readonly options: LocalProcessOptions) {}

  get awsPort(): number {
    return this.options.portBase + 1566;
  }

  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error("it does not run");
    return this.#child.pid;
  }

  /** The last lines of its terminal. */
  get output(): string {
    return this.#output.join("\n");
  }

  /** Resolves with how long it took until it was ready, in ms. @throws Error when it ends instead */
  async start(): Promise<number> {
    const { template, data, portBase, bundle } = this.options;
    const began = performance.now();
    const own = ["--template", template, "--data", data, "--port-base", String(portBase)];
    const program = bundle === undefined ? ["--import", "tsx", main] : [bundle];
    const child = spawn(process.execPath, [...program, ...own], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    const ended = once(child, "exit");
    const ready = new Promise<void>((done) => {
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on("line", (line) => {
          this.#output = [...this.#output.slice(-50), line];
          if (line === "ready") done();
        });
      }
    });
    await Promise.race([
      ready,
      ended.then(() => {
        throw new Error(`the machine ended by itself:\n${this.output}`);
      }),
    ]);
    return performance.now() - began;
  }

  /** Ends it as the loss of power would, but for its DynamoDB engine, which the next start ends. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}
