import type { ServerResponse } from "node:http";
import { z } from "zod";
import { AwsError } from "../aws-error";
import type { HttpRequest, Operation } from "../service";

const Invoked = z.object({
  StatusCode: z.number(),
  Payload: z.string().optional(),
  FunctionError: z.string().optional(),
  LogResult: z.string().optional(),
});

const functionPath = /^\/2015-03-31\/functions(?:\/([^/]*)(?:\/(.+))?)?\/?$/;
const eventInvokePath = /^\/2019-09-25\/functions\/([^/]+)\/(event-invoke-config)$/;

/** The operations that a path and method stand for, by what follows the function's name. */
const routes: Readonly<Record<string, string>> = {
  "GET ": "GetFunction",
  "GET configuration": "GetFunctionConfiguration",
  "GET event-invoke-config": "GetFunctionEventInvokeConfig",
  "POST invocations": "Invoke",
};

/**
 * Lambda's REST paths. Says whether it took the request.
 * @throws AwsError NotImplemented (501) for a path of Lambda's that is not served here
 */
export async function handleFunctionRequest(
  operations: Readonly<Record<string, Operation>>,
  request: HttpRequest,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname, searchParams } = request.url;
  const [, encoded, rest = ""] = eventInvokePath.exec(pathname) ?? functionPath.exec(pathname) ?? [];
  const route = `${request.method} ${encoded ? rest : "list"}`;
  const name = route === "GET list" ? "ListFunctions" : routes[route];
  const isLambdas = /^\/20\d\d-\d\d-\d\d\/(functions|layers|event-source-mappings|tags)/.test(pathname);
  if (!isLambdas) return false;
  const operation = name === undefined ? undefined : operations[name];
  if (operation === undefined) {
    throw new AwsError("NotImplemented", `Lambda's ${request.method} ${pathname} is not served here`, 501);
  }
  const input = { ...Object.fromEntries(searchParams), FunctionName: decodeName(encoded ?? "") };
  if (name === "Invoke") await invoke(operation, input, request, response);
  else {
    const answer = JSON.stringify(await operation(input));
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  }
  return true;
}

async function invoke(
  operation: Operation,
  input: object,
  { headers, body }: HttpRequest,
  response: ServerResponse,
): Promise<void> {
  const invoked = Invoked.parse(
    await operation({
      ...input,
      InvocationType: headers["x-amz-invocation-type"],
      LogType: headers["x-amz-log-type"],
      Payload: body.length === 0 ? "{}" : body.toString(),
    }),
  );
  response.writeHead(invoked.StatusCode, {
    "content-type": "application/json",
    "x-amz-executed-version": "$LATEST",
    ...(invoked.FunctionError !== undefined && { "x-amz-function-error": invoked.FunctionError }),
    ...(invoked.LogResult !== undefined && { "x-amz-log-result": invoked.LogResult }),
  });
  response.end(invoked.Payload ?? "");
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new AwsError("ValidationException", "the function's name is not valid percent-encoding");
  }
}
