import { createMiddleware } from "hono/factory";

/** Many clients name a content type even where they send nothing: then nothing was sent, not malformed JSON. */
export const ignoreEmptyBody = createMiddleware(async (c, next) => {
  if (c.req.raw.body === null && c.req.header("content-type") !== undefined) {
    const headers = new Headers(c.req.raw.headers);
    headers.delete("content-type");
    c.req.raw = new Request(c.req.raw, { headers });
  }
  await next();
});
