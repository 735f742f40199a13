import { z } from "zod";
import { AwsError } from "../aws-error";
import type { User } from "./records";
import type { UserPool, UserPoolClient } from "./user-pools";

const standard = new Set(
  (
    "name given_name family_name middle_name nickname preferred_username profile picture website email " +
    "email_verified gender birthdate zoneinfo locale phone_number address updated_at"
  ).split(" "),
);

export const AttributeList = z.array(z.object({ Name: z.string(), Value: z.string().max(2048) }));

/**
 * The attributes of a request by name.
 * @param mayWrite says which names the caller may write
 * @throws AwsError InvalidParameterException, NotAuthorizedException
 */
export function readAttributes(
  pool: UserPool,
  list: z.infer<typeof AttributeList>,
  mayWrite: (name: string) => boolean = () => true,
): Record<string, string> {
  const custom = new Set(pool.settings.Schema.map(({ Name }) => `custom:${Name}`));
  for (const { Name } of list) {
    if (!standard.has(Name) && !custom.has(Name)) {
      throw new AwsError(
        "InvalidParameterException",
        `Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.`,
      );
    }
    if (!mayWrite(Name)) {
      throw new AwsError("NotAuthorizedException", "A client attempted to write unauthorized attribute");
    }
  }
  return Object.fromEntries(list.map(({ Name, Value }) => [Name, Value]));
}

/**
 * What a request changes about a user who is there already.
 * @throws AwsError as readAttributes, and for the address: it is the user's name here
 */
export function readChanges(...request: Parameters<typeof readAttributes>): Record<string, string> {
  const changes = readAttributes(...request);
  if ("email" in changes) {
    throw new AwsError("InvalidParameterException", "Changing the email address is not supported here.");
  }
  return changes;
}

/** What the users of a client may write themselves: never that an address is verified. */
export function writableBy(client: UserPoolClient): (name: string) => boolean {
  const listed = client.settings.WriteAttributes;
  return (name) => name !== "email_verified" && (listed?.includes(name) ?? true);
}

/** A user's attributes as the answers list them, `sub` among them. */
export function attributeList(user: User, readable?: readonly string[]): { Name: string; Value: string }[] {
  return Object.entries({ ...user.attributes, sub: user.sub })
    .filter(([name]) => name === "sub" || !readable || readable.includes(name))
    .map(([Name, Value]) => ({ Name, Value }));
}

/** How an answer names the place a code went to: `b***@e***`. */
export function maskedEmail(email: string): string {
  const [name = "", domain = ""] = email.split("@");
  return `${name.slice(0, 1)}***@${domain.slice(0, 1)}***`;
}
