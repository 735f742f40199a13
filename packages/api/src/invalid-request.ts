import { AppError } from "@serverlesspresso/contracts/error";
import { en } from "zod/locales";
import * as z from "zod/mini";

// The small zod comes without texts: to every fault it says "Invalid input".
z.config(en());

const keyHeader = "idempotency-key";

/** The first thing that is wrong with a request, by the name of its field. */
export function invalidRequest(target: string, { issues }: Pick<z.core.$ZodError, "issues">): AppError {
  const [issue] = issues;
  const unknownField = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const field = [...(issue?.path ?? []), ...unknownField].map(String).join(".");
  if (target === "header" && field === keyHeader && issue?.code === "invalid_type") {
    return new AppError("idempotency_key_missing", "Every command needs an Idempotency-Key.", {
      field: "Idempotency-Key",
    });
  }
  const what = unknownField.length > 0 ? "is not known here" : (issue?.message ?? "is not valid");
  const message = field === "" ? `The ${target} is not valid: ${what}` : `${field}: ${what}`;
  return new AppError("invalid_request", message, field === "" ? {} : { field });
}
