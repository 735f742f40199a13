import {
  Agent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { AwsError } from "../aws-error";
import type { Engine } from "./engine";

// The engine wants the signature's headers to be there and never looks at what they say.
const signature = {
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  "x-amz-date": "20260101T000000Z",
};
const passedOn = ["content-type", "x-amz-target", "content-length", "transfer-encoding"] as const;

/** Speaks to the engine over kept connections. */
export class EngineClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly engine: Engine) {}

  /** Hands a client's request on as it is, and the engine's answer back. */
  async proxy(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const outgoing = await this.#request(incoming.headers);
    await new Promise<void>((done) => {
      const fail = (): void => {
        if (response.headersSent) response.destroy();
        else {
          response.writeHead(500, { "content-type": "application/x-amz-json-1.0" });
          response.end(
            JSON.stringify({ __type: "InternalServerError", message: "the engine is restarting" }),
          );
        }
        done();
      };
      outgoing.once("error", fail);
      outgoing.once("response", (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.once("error", fail);
        answer.once("end", done);
        answer.pipe(response);
      });
      // A client that goes leaves the engine waiting for the rest of its body, or with an answer that nobody takes:
      // either would keep one of the few connections for good.
      response.once("close", () => {
        if (!response.writableFinished) outgoing.destroy();
        done();
      });
      if (response.destroyed) outgoing.destroy();
      incoming.pipe(outgoing);
    });
  }

  /** @throws AwsError as the engine answers it */
  async call(target: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
    const body = Buffer.from(JSON.stringify(input));
    const outgoing = await this.#request({
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": target,
      "content-length": String(body.length),
    });
    const { status, text } = await new Promise<{ status: number; text: string }>((done, failed) => {
      outgoing.once("error", failed);
      outgoing.once("response", (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.once("error", failed);
        answer.once("end", () =>
          done({ status: answer.statusCode ?? 500, text: Buffer.concat(chunks).toString() }),
        );
      });
      outgoing.end(body);
    }).catch((cause) => {
      throw new AwsError("InternalServerError", `the DynamoDB engine: ${cause.message}`, 500);
    });
    const answer: Record<string, unknown> = text === "" ? {} : JSON.parse(text);
    if (status >= 400) throw errorOf(status, answer);
    return answer;
  }

  close(): void {
    this.#agent.destroy();
  }

  async #request(headers: IncomingHttpHeaders) {
    const { hostname, port } = await this.engine.endpoint();
    const kept: Record<string, string> = { ...signature };
    for (const name of passedOn) {
      const value = headers[name];
      if (value !== undefined) kept[name] = value.toString();
    }
    return request({ agent: this.#agent, hostname, port, method: "POST", path: "/", headers: kept });
  }
}

function errorOf(
  status: number,
  { __type, message, Message, ...members }: Record<string, unknown>,
): AwsError {
  const code = String(__type ?? "InternalServerError").replace(/^.*#/, "");
  return new AwsError(code, String(message ?? Message ?? code), status, members);
}
