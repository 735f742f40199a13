import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";

const end = "--the-block-has-ended--";

/** One shell that runs a text's blocks one after the other and keeps its variables between them. */
export class Shell {
  readonly #bash: ChildProcessWithoutNullStreams;
  #output = "";

  constructor() {
    this.#bash = spawn("bash", ["--noprofile", "--norc"], {
      // A person's own settings must not reach what is typed here.
      env: { PATH: process.env.PATH, HOME: "/nonexistent", AWS_EC2_METADATA_DISABLED: "true" },
    });
    for (const stream of [this.#bash.stdout, this.#bash.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        this.#output += chunk;
      });
    }
  }

  /** What the block writes; what goes wrong in it is among that. */
  async run(block: string): Promise<string> {
    this.#output = "";
    this.#bash.stdin.write(`${block}\necho; echo ${end}\n`);
    while (!this.#output.includes(end)) await once(this.#bash.stdout, "data");
    return this.#output.replace(end, "").trim();
  }

  close(): void {
    this.#bash.stdin.end();
    this.#bash.kill();
  }
}
