import * as z from "zod/mini";
import { MenuDraft } from "./menu-draft";
import { Ticket } from "./order";
import { Shop } from "./shop";

/** Every error that the API answers, with its HTTP status. */
export const errorStatus = {
  invalid_request: 400,
  idempotency_key_missing: 400,
  if_match_missing: 400,
  body_too_large: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  order_not_found: 404,
  code_unknown: 404,
  member_unknown: 404,
  order_conflict: 409,
  order_starting: 409,
  code_exhausted: 409,
  daily_limit_reached: 409,
  member_protected: 409,
  code_expired: 410,
  edit_stale: 412,
  drink_unknown: 422,
  drink_unavailable: 422,
  option_unknown: 422,
  option_unavailable: 422,
  idempotency_key_reused: 422,
  rate_limited: 429,
  internal: 500,
} as const;

export const ErrorCode = z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]); // a Record's keys are its type
export type ErrorCode = keyof typeof errorStatus;

/**
 * How an error travels. `field` names what is wrong, `order` is the order as it stands, `retryAt` is when the
 * same request may go well: the next code begins, the next day, the next try. `theirs` is what an edit that came
 * too late would have replaced, and by whom it was made, if that is known.
 */
export const ErrorBody = z
  .strictObject({
    error: z.strictObject({
      code: ErrorCode,
      message: z.string(),
      field: z.optional(z.string()),
      order: z.optional(z.omit(Ticket, { baristaUserId: true })),
      retryAt: z.optional(z.iso.datetime()),
      theirs: z.optional(
        z.strictObject({
          by: z.nullable(z.string()),
          shop: z.optional(Shop),
          draft: z.optional(MenuDraft),
        }),
      ),
    }),
  })
  .register(z.globalRegistry, { id: "ErrorBody" });
export type ErrorBody = z.infer<typeof ErrorBody>;

type Details = Pick<ErrorBody["error"], "field" | "order" | "retryAt" | "theirs">;

/** The one error of the product: screens branch on `code`, people read `message`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly field: Details["field"];
  readonly order: Details["order"];
  readonly retryAt: Details["retryAt"];
  readonly theirs: Details["theirs"];

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: Details & { cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.field = options.field;
    this.order = options.order;
    this.retryAt = options.retryAt;
    this.theirs = options.theirs;
  }

  get status(): (typeof errorStatus)[ErrorCode] {
    return errorStatus[this.code];
  }
}
