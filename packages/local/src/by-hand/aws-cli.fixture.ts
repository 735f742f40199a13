import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";

const run = promisify(execFile);
const command = "/usr/bin/aws";

/** Debian's AWS CLI 2.9, the one that the workshop is walked with. */
export const hasAwsCli = existsSync(command);

const Failed = z.object({ stderr: z.string() });

/** The CLI in a process of its own for each call, as a person types it. */
export class AwsCli {
  /** `events PutEvents`: each call that succeeded at least once. */
  readonly called = new Set<string>();

  constructor(
    private readonly endpoint: string,
    private readonly folder: string,
  ) {}

  /** What the CLI prints. It throws where the CLI ends with an error. */
  async type(...args: string[]): Promise<string> {
    const env = {
      PATH: process.env.PATH,
      HOME: this.folder,
      AWS_ACCESS_KEY_ID: "by-hand",
      AWS_SECRET_ACCESS_KEY: "x",
      AWS_REGION: "us-east-1",
      AWS_PAGER: "",
      AWS_EC2_METADATA_DISABLED: "true",
    };
    const { stdout } = await run(command, ["--endpoint-url", this.endpoint, ...args], {
      env,
      cwd: this.folder,
    });
    return stdout;
  }

  /** One operation with its whole input, and its answer. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are open structures
  async call(service: string, operation: string, input: object = {}): Promise<any> {
    const output = await this.type(...this.#words(service, operation, input));
    this.called.add(`${service} ${operation}`);
    return output.trim() === "" ? {} : JSON.parse(output);
  }

  /** The name of the error that an operation answers. */
  async errorOf(service: string, operation: string, input: object = {}): Promise<string> {
    try {
      await this.type(...this.#words(service, operation, input));
    } catch (cause) {
      const { stderr } = Failed.parse(cause);
      return /\((\S+)\) when calling the \w+ operation/.exec(stderr)?.[1] ?? stderr;
    }
    return "none";
  }

  /** `lambda invoke` writes the function's answer to a file and prints the rest. */
  async invoke(
    name: string,
    payload: string,
    ...more: string[]
  ): Promise<{ answer: unknown; printed: unknown }> {
    const file = join(this.folder, "answer.json");
    const given = ["--function-name", name, "--payload", payload, ...more];
    const formats = ["--output", "json", "--cli-binary-format", "raw-in-base64-out"];
    const printed = await this.type("lambda", "invoke", ...given, ...formats, file);
    this.called.add("lambda Invoke");
    const answer = readFileSync(file, "utf8");
    return { answer: answer === "" ? undefined : JSON.parse(answer), printed: JSON.parse(printed) };
  }

  #words(service: string, operation: string, input: object): string[] {
    const name = operation.replaceAll(/(?<!^)([A-Z])/g, "-$1").toLowerCase();
    const json = ["--output", "json", "--cli-input-json", JSON.stringify(input)];
    return [service === "states" ? "stepfunctions" : service, name, ...json];
  }
}
