import { z } from "zod";

const Refusal = z.object({ __type: z.string().default(""), message: z.string().optional() });

/** What AWS answered instead of doing it. Whatever else a call throws, it is unknown whether it was done. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** The AWS port of a running machine, as its clients use it. */
export class AwsPort {
  constructor(private readonly port: number) {}

  // Answers of services are open structures; a caller reads what it asked for.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  async call(target: string, input: object): Promise<any> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/`, {
      method: "POST",
      headers: { "x-amz-target": target, "content-type": "application/x-amz-json-1.0" },
      body: JSON.stringify(input),
    });
    const body: unknown = await answer.json();
    if (answer.ok) return body;
    const { __type, message = "" } = Refusal.parse(body);
    throw new Refused(__type.replace(/^.*#/, ""), message);
  }

  /** Resolves once the invocation is accepted. */
  async invokeLater(functionName: string, payload: object): Promise<void> {
    const url = `http://127.0.0.1:${this.port}/2015-03-31/functions/${functionName}/invocations`;
    const headers = { "x-amz-invocation-type": "Event" };
    const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(payload) });
    if (!answer.ok) throw new Refused(String(answer.status), await answer.text());
    await answer.arrayBuffer();
  }

  async local(path: string): Promise<unknown> {
    return (await fetch(`http://127.0.0.1:${this.port}/_local/${path}`)).json();
  }
}
