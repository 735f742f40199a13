import { request } from "node:http";
import { z } from "zod";

/** A request as it goes over the wire: unlike `fetch`, with any `Host` and `Origin`. */
export const Ask = z.object({
  url: z.string(),
  method: z.string().default("GET"),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(""),
});
export type Ask = z.input<typeof Ask>;

export const Reply = z.object({
  /** 101 for a socket that was opened; 0 where nothing answered. */
  status: z.number(),
  headers: z.record(z.string(), z.unknown()),
  body: z.string(),
});
export type Reply = z.infer<typeof Reply>;

export function ask(asked: Ask): Promise<Reply> {
  const { url, method, headers, body } = Ask.parse(asked);
  return new Promise((answered) => {
    const sent = request(url, { method, headers, timeout: 5000 });
    const none = () => answered({ status: 0, headers: {}, body: "" });
    sent.on("error", none);
    sent.on("timeout", () => sent.destroy());
    sent.on("upgrade", ({ statusCode = 0, headers: got }, socket) => {
      socket.destroy();
      answered({ status: statusCode, headers: got, body: "" });
    });
    sent.on("response", async (response) => {
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      answered({ status: response.statusCode ?? 0, headers: response.headers, body: text });
    });
    sent.end(body);
  });
}
