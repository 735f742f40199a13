import { AppError, type ErrorBody } from "@serverlesspresso/contracts/error";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ApiEnv } from "./api-env";
import { errorFields, log } from "./log";

/** The one place where an error becomes an answer. What went wrong inside is logged, not told. */
export function renderError(error: unknown, c: Context<ApiEnv>): Response {
  const told = toAppError(error);
  if (told.code === "internal") log("error", "request failed", { path: c.req.path, ...errorFields(error) });
  const { code, message, field, order, retryAt, theirs } = told;
  if (retryAt !== undefined && told.status === 429) c.header("retry-after", String(secondsUntil(retryAt)));
  return c.json({ error: { code, message, field, order, retryAt, theirs } } satisfies ErrorBody, told.status);
}

function secondsUntil(instant: string): number {
  return Math.max(1, Math.ceil((Date.parse(instant) - Date.now()) / 1000));
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  // What hono's own checks of a body throw: malformed JSON, or something that is not JSON at all.
  if (error instanceof HTTPException && error.status < 500) {
    return new AppError("invalid_request", "The body must be well-formed JSON.", { cause: error });
  }
  return new AppError("internal", "Something went wrong on our side.", { cause: error });
}
