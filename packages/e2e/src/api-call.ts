import type { Stack } from "./stack";

export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export interface ApiRequest {
  method: string;
  /** With its query. */
  path: string;
  /** A string goes as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** The client hangs up; what it sent may be carried out all the same. */
  signal?: AbortSignal | undefined;
}

/** One request to the HTTP API; what it answers is kept to be looked through. */
export async function callApi(stack: Stack, token: string | null, request: ApiRequest): Promise<Answer> {
  const { method, path, body } = request;
  const answer = await fetch(`${stack.apiUrl}${path}`, {
    method,
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...request.headers,
    },
    body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    ...(request.signal && { signal: request.signal }),
  });
  const text = await answer.text();
  const { status, headers } = answer;
  stack.traffic.answer(method, answer.url, status, Object.fromEntries(headers), text);
  return { status, headers, body: text === "" ? null : JSON.parse(text) };
}
