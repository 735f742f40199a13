import { z } from "zod";
import { AwsError } from "../aws-error";
import { parseJson } from "../json-depth";

const maxResults = z.number().int().min(0).max(1000).optional();

/** The members of lists that come in pages. */
export const Page = { maxResults, nextToken: z.string().optional() };

/** `[A-Za-z0-9_-]` and some more; AWS refuses white space, brackets, wildcards and the like. */
export const Name = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]+$/u, "contains characters that AWS does not allow in a name");

/** @throws AwsError ValidationException naming the members that are missing or wrong */
export function parseInput<Input>(schema: z.ZodType<Input>, input: unknown): Input {
  const read = schema.safeParse(input ?? {});
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `'${path.join(".")}': ${message}`);
  const count = `${problems.length} validation error${problems.length === 1 ? "" : "s"} detected`;
  throw new AwsError("ValidationException", `${count}: ${problems.join("; ")}`);
}

/**
 * One page of a list and the token of the next; the token is the position after the last item.
 * @throws AwsError InvalidToken
 */
export function pageOf<Item>(
  items: readonly Item[],
  { maxResults: size, nextToken }: { maxResults?: number; nextToken?: string },
): { items: Item[]; nextToken?: string } {
  const start = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64url").toString());
  if (!Number.isSafeInteger(start) || start < 0)
    throw new AwsError("InvalidToken", "Invalid Token: nextToken");
  const end = start + (size || 100);
  const page = items.slice(start, end);
  if (end >= items.length) return { items: page };
  return { items: page, nextToken: Buffer.from(String(end)).toString("base64url") };
}

/** @throws AwsError with that code where the text is no JSON */
export function requireJson(text: string, code: string): void {
  try {
    parseJson(text);
  } catch (cause) {
    throw new AwsError(code, `${code}: ${String(cause)}`);
  }
}
