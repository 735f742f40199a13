import { AwsError } from "../aws-error";
import type { Machine } from "../service";

const flushAfterMs = 100;
const mostLinesWaiting = 10_000;
const mostLinesAtOnce = 1000;

/** Writes what a function prints into its log group, a batch at a time. */
export class FunctionLog {
  readonly stream: string;
  #lines: { timestamp: number; message: string }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #flushing: Promise<void> | undefined;
  #created = false;

  constructor(
    private readonly machine: Machine,
    readonly group: string,
    streamId: string,
  ) {
    const day = new Date(machine.clock.now()).toISOString().slice(0, 10).replaceAll("-", "/");
    this.stream = `${day}/[$LATEST]${streamId}`;
  }

  write(text: string): void {
    const timestamp = Math.floor(this.machine.clock.now());
    for (const message of text.split("\n")) {
      if (message !== "" && this.#lines.length < mostLinesWaiting) this.#lines.push({ timestamp, message });
    }
    if (this.#lines.length > 0) this.#timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#flushing;
    this.#flushing = this.#send().catch((cause) => {
      this.machine.log(`output for ${this.group} is lost: ${cause instanceof Error ? cause.message : cause}`);
    });
    await this.#flushing;
  }

  async #send(): Promise<void> {
    const names = { logGroupName: this.group, logStreamName: this.stream };
    if (!this.#created && this.#lines.length > 0) {
      await this.#create("CreateLogGroup", { logGroupName: this.group });
      await this.#create("CreateLogStream", names);
      this.#created = true;
    }
    while (this.#lines.length > 0) {
      const logEvents = this.#lines.splice(0, mostLinesAtOnce);
      await this.machine.aws.call("logs", "PutLogEvents", { ...names, logEvents });
    }
  }

  async #create(operation: string, input: Record<string, unknown>): Promise<void> {
    try {
      await this.machine.aws.call("logs", operation, input);
    } catch (cause) {
      if (!(cause instanceof AwsError && cause.code === "ResourceAlreadyExistsException")) throw cause;
    }
  }
}
