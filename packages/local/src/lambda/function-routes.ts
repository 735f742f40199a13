import type { ServerResponse } from "node:http";
import { z } from "zod";
import type { HttpRequest } from "../service";

const Invoked = z.object({
  StatusCode: z.number(),
  Payload: z.string().optional(),
  FunctionError: z.string().optional(),
});

export type LambdaOperations = Record<
  "Invoke" | "GetFunction" | "GetFunctionConfiguration" | "ListFunctions",
  (input: unknown) => Promise<object> | object
>;

/** Lambda's REST paths: list, get, configuration, invoke. Says whether it took the request. */
export async function handleFunctionRequest(
  operations: LambdaOperations,
  request: HttpRequest,
  response: ServerResponse,
): Promise<boolean> {
  const match = /^\/2015-03-31\/functions(?:\/([^/]*)(?:\/(invocations|configuration))?)?\/?$/.exec(
    request.url.pathname,
  );
  if (match === null) return false;
  const FunctionName = decodeURIComponent(match[1] ?? "");
  if (request.method === "POST" && match[2] === "invocations") {
    await invoke(operations, FunctionName, request, response);
    return true;
  }
  if (request.method !== "GET" || match[2] === "invocations") return false;
  const detail = match[2] === "configuration" ? operations.GetFunctionConfiguration : operations.GetFunction;
  const read = FunctionName === "" ? operations.ListFunctions : detail;
  const answer = await read({ FunctionName });
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  return true;
}

async function invoke(
  operations: LambdaOperations,
  FunctionName: string,
  request: HttpRequest,
  response: ServerResponse,
) {
  const InvocationType = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
  const Payload = request.body.length === 0 ? "{}" : request.body.toString();
  const invoked = Invoked.parse(await operations.Invoke({ FunctionName, InvocationType, Payload }));
  response.writeHead(invoked.StatusCode, {
    "content-type": "application/json",
    "x-amz-executed-version": "$LATEST",
    ...(invoked.FunctionError !== undefined && { "x-amz-function-error": invoked.FunctionError }),
  });
  response.end(invoked.Payload ?? "");
}
