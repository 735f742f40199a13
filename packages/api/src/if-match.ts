import { AppError } from "@serverlesspresso/contracts/error";
import * as z from "zod/mini";

/** An edit names the version that it replaces. */
export const IfMatch = z.object({
  "if-match": z.optional(
    z.string().check(z.regex(/^"\d+"$/, 'must be the ETag of what is replaced, for example "7"')),
  ),
});

/** The version that is replaced; throws `if_match_missing`. */
export function versionIn({ "if-match": ifMatch }: z.infer<typeof IfMatch>): number {
  if (ifMatch !== undefined) return Number(ifMatch.replaceAll('"', ""));
  throw new AppError("if_match_missing", "Say which version this replaces.", { field: "If-Match" });
}
