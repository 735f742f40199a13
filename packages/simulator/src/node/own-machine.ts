import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../..", import.meta.url));
const startTries = 1200;
const againMs = 250;

/** A back end of its own in a folder of its own, whose time passes so fast. */
export class OwnMachine {
  readonly #folder = mkdtempSync(join(tmpdir(), "serverlesspresso-day-"));
  readonly #process;
  #output = "";

  constructor(
    private readonly portBase: number,
    clockRate: number,
  ) {
    const where = ["--port-base", String(portBase), "--data", join(this.#folder, "data")];
    const how = ["--backend-only", "--clock-rate", String(clockRate)];
    this.#process = spawn(process.execPath, ["scripts/start.mjs", ...where, ...how], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on("data", (chunk) => {
        this.#output = `${this.#output}${chunk}`.slice(-10_000);
      });
    }
  }

  async untilHealthy(): Promise<void> {
    const address = `http://localhost:${this.portBase + 1566}/_local/health`;
    for (let tries = 0; tries < startTries; tries += 1) {
      if (this.#process.exitCode !== null) throw new Error(`The back end ended by itself:\n${this.#output}`);
      const isHealthy = await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isHealthy) return;
      await new Promise((done) => setTimeout(done, againMs));
    }
    throw new Error(`The back end did not start:\n${this.#output}`);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const gone = new Promise((done) => this.#process.once("exit", done));
      this.#process.kill("SIGTERM");
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
