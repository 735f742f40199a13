import { type ChildProcess, spawn } from "node:child_process";
import { createServer, request, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const local = fileURLToPath(new URL("../../../local/package.json", import.meta.url));
const reads = ["GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems"];
const Capacity = z.object({ CapacityUnits: z.number() });
const Answer = z.looseObject({
  ConsumedCapacity: z.optional(z.union([Capacity, z.array(Capacity)])),
  __type: z.optional(z.string()),
});

/** The DynamoDB engine behind a counter of what AWS would call capacity units; for `DYNAMODB_ENDPOINT`. */
export class CountingEngine {
  readonly units = { read: 0, write: 0 };
  readonly #server: Server;

  private constructor(
    private readonly engine: ChildProcess,
    private readonly enginePort: number,
  ) {
    this.#server = createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const target = String(incoming.headers["x-amz-target"] ?? "");
      const asked = withCapacity(target, Buffer.concat(chunks).toString());
      const { status, text } = await this.#ask(target, asked);
      this.#count(target, text);
      outgoing.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(text);
    });
  }

  /** @param folder an empty one; throws where no engine is installed */
  static async start(folder: string, port: number): Promise<CountingEngine> {
    const binary = join(
      dirname(createRequire(local).resolve("@dynoxide/linux-x64/package.json")),
      "dynoxide",
    );
    const where = ["--host", "127.0.0.1", "--port", String(port), "--db-path", join(folder, "tables.db")];
    const counting = new CountingEngine(spawn(binary, where, { stdio: "ignore" }), port);
    await new Promise<void>((listening) => counting.#server.listen(0, "127.0.0.1", listening));
    return counting;
  }

  get url(): string {
    // A server that listens on a port has one.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
    this.engine.kill("SIGTERM");
  }

  #ask(target: string, body: string): Promise<{ status: number; text: string }> {
    const headers = {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": target,
      // The engine wants them to be there and looks no further.
      authorization:
        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      "x-amz-date": "20260101T000000Z",
    };
    return new Promise((answered, failed) => {
      const options = { host: "127.0.0.1", port: this.enginePort, method: "POST", headers };
      const sent = request(options, async (answer) => {
        let text = "";
        for await (const chunk of answer.setEncoding("utf8")) text += chunk;
        answered({ status: answer.statusCode ?? 500, text });
      });
      sent.once("error", failed);
      sent.end(body);
    });
  }

  #count(target: string, text: string): void {
    const { ConsumedCapacity = [], __type = "" } = Answer.parse(JSON.parse(text || "{}"));
    const told = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
    // A write that its condition refuses is billed too, and says nothing of it.
    const units = told === 0 && /ConditionalCheckFailed|TransactionCanceled/.test(__type) ? 1 : told;
    this.units[reads.includes(operationOf(target)) ? "read" : "write"] += units;
  }
}

function operationOf(target: string): string {
  return target.split(".")[1] ?? "";
}

function withCapacity(target: string, body: string): string {
  if (!/Item|Query|Scan/.test(operationOf(target))) return body;
  return JSON.stringify({ ...JSON.parse(body || "{}"), ReturnConsumedCapacity: "TOTAL" });
}
