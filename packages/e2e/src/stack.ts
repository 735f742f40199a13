import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { AppConfig } from "@serverlesspresso/contracts/app-config";
import { z } from "zod";
import { seeds } from "./seeds";
import { Traffic } from "./traffic";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Two runs on one machine keep out of each other's way by it. */
const firstPort = Number(process.env.E2E_FIRST_PORT ?? 30_000);
const Inbox = z.array(z.object({ to: z.string(), code: z.string(), at: z.union([z.string(), z.number()]) }));

/** The whole product on ports and in a data folder of its own, started as a person would. */
export class Stack {
  readonly customerUrl: string;
  readonly baristaUrl: string;
  readonly displayUrl: string;
  readonly apiUrl: string;
  readonly awsUrl: string;
  /** What it sent to anybody. */
  readonly traffic = new Traffic();
  readonly #folder = mkdtempSync(join(tmpdir(), "serverlesspresso-"));
  readonly #data = join(this.#folder, "data");
  #process: ChildProcess | undefined;
  #output = "";
  #config: AppConfig | undefined;

  readonly #portBase: number;

  /**
   * @param offset from the first port of the tests; @param flags further ones of `npm start`;
   * @param host the name by which the stack is called
   */
  constructor(
    offset: number,
    private readonly flags: readonly string[] = [],
    host = "localhost",
  ) {
    const portBase = firstPort + offset;
    this.#portBase = portBase;
    const at = (further: number) => `http://${host}:${portBase + further}`;
    this.customerUrl = at(0);
    this.baristaUrl = at(1);
    this.displayUrl = at(2);
    this.apiUrl = at(1000);
    this.awsUrl = `http://localhost:${portBase + 1566}`;
  }

  async start(): Promise<void> {
    const fixtures = join(this.#folder, "seeds.json");
    writeFileSync(fixtures, JSON.stringify(seeds));
    const where = ["--port-base", String(this.#portBase), "--data", this.#data, "--fixtures", fixtures];
    const started = spawn(process.execPath, ["scripts/start.mjs", "--skip-build", ...where, ...this.flags], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (chunk) => {
        this.#output = `${this.#output}${chunk}`.slice(-20_000);
      });
    }
    await this.#untilHealthy(started);
  }

  /** The process that was started; its children are the stack. */
  get pid(): number {
    if (this.#process?.pid === undefined) throw new Error("the stack does not run");
    return this.#process.pid;
  }

  /** The newest that the stack has written to its terminal. */
  get output(): string {
    return this.#output;
  }

  /** Ends it as its owner would, and deploys over what it left behind. */
  async deployAgain(): Promise<void> {
    await this.#end();
    await this.start();
  }

  /** Ends the back end as a power cut would; what it started may survive it. */
  async kill(): Promise<void> {
    const lock = readdirSync(this.#data).find((name) => name.startsWith("machine.lock."));
    const pid = Number(lock?.split(".")[2]);
    const gone = this.#exited();
    process.kill(pid, "SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    await this.#end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(): Promise<void> {
    if (this.#process?.exitCode !== null) return;
    const gone = this.#exited();
    this.#process.kill("SIGTERM");
    await gone;
  }

  async config(): Promise<AppConfig> {
    this.#config ??= AppConfig.parse(await (await fetch(`${this.awsUrl}/_local/config`)).json());
    return this.#config;
  }

  /** Moves the one clock of the machine ahead. */
  async advance(seconds: number): Promise<void> {
    const answer = await fetch(`${this.awsUrl}/_local/clock`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ advanceSeconds: seconds }),
    });
    if (!answer.ok) throw new Error(`the clock answered ${answer.status}: ${await answer.text()}`);
  }

  /** How many codes were sent to an address so far. */
  async codesSentTo(address: string): Promise<number> {
    return (await this.#inbox(address)).length;
  }

  /** The newest code sent to an address, once there are more than `known`. */
  async codeFor(address: string, known = 0): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const messages = await this.#inbox(address);
      const newest = messages[0];
      if (newest && messages.length > known) return newest.code;
      await wait(50);
    }
    throw new Error(`no code was sent to ${address}`);
  }

  async #inbox(address: string) {
    const answer = await fetch(`${this.awsUrl}/_local/inbox?to=${encodeURIComponent(address)}`);
    return Inbox.parse(await answer.json());
  }

  async #untilHealthy(started: ChildProcess): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (started.exitCode !== null) throw new Error(`the stack ended by itself:\n${this.#output}`);
      const healthy = await fetch(`${this.awsUrl}/_local/health`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (healthy) return;
      await wait(100);
    }
    throw new Error(`the stack was not healthy after a minute:\n${this.#output}`);
  }

  #exited(): Promise<void> {
    const running = this.#process;
    return new Promise((done) => {
      if (!running || running.exitCode !== null) done();
      else running.once("exit", () => done());
    });
  }
}
