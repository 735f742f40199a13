import * as z from "zod/mini";
import { connection } from "../live/connection";

/** An error as AWS answers it: its code and its message. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const ErrorAnswer = z.object({
  __type: z.optional(z.string()),
  message: z.optional(z.string()),
  Message: z.optional(z.string()),
});
const json10 = ["DynamoDB_20120810", "AWSStepFunctions", "AmazonSQS"];

/**
 * One call of the AWS protocols on the port that served the page.
 * @param target as in `X-Amz-Target`: `AWSEvents.PutEvents`
 * @throws Refusal
 */
export async function callAws<Schema extends z.ZodMiniType>(
  schema: Schema,
  target: string,
  input: object = {},
): Promise<z.output<Schema>> {
  const version = json10.includes(target.split(".")[0] ?? "") ? "1.0" : "1.1";
  const answer = await ask("/", {
    method: "POST",
    headers: { "x-amz-target": target, "content-type": `application/x-amz-json-${version}` },
    body: JSON.stringify(input),
  });
  return parse(schema, answer);
}

/** A GET of one of the machine's own routes or of a service's REST paths. */
export async function readJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
): Promise<z.output<Schema>> {
  return parse(schema, await ask(path, { method: "GET" }));
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, answer: unknown): z.output<Schema> {
  const { data, error } = z.safeParse(schema, answer);
  if (error !== undefined) throw new Refusal("UnexpectedAnswer", z.prettifyError(error));
  return data;
}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    connection.set(false);
    throw new Refusal("NoConnection", cause instanceof Error ? cause.message : "no answer");
  });
  connection.set(true);
  const text = await response.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  if (response.ok) return body;
  const { __type = String(response.status), message, Message } = ErrorAnswer.parse(body);
  throw new Refusal(__type.split("#").at(-1) ?? __type, message ?? Message ?? "");
}

/** What an error says in one line. */
export function problemOf(cause: unknown): string {
  if (cause instanceof Refusal) return cause.message === "" ? cause.code : `${cause.code}: ${cause.message}`;
  return cause instanceof Error ? cause.message : String(cause);
}
