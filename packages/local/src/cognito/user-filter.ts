import { AwsError } from "../aws-error";
import type { User } from "./records";

/**
 * Reads ListUsers' filter: `email = "a@b"` or `email ^= "a"`; also `sub`, `username`, `name` and the other
 * searchable names.
 * @throws AwsError InvalidParameterException
 */
export function userFilter(filter: string): (user: User) => boolean {
  if (filter.trim() === "") return () => true;
  const [, name, operator, quoted] = /^\s*([\w:]+)\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  if (name === undefined || quoted === undefined) {
    throw new AwsError("InvalidParameterException", "Error while parsing filter.");
  }
  const wanted = quoted.replace(/\\(.)/g, "$1").toLowerCase();
  return (user) => {
    const value = searchable(user, name).toLowerCase();
    return operator === "=" ? value === wanted : value.startsWith(wanted);
  };
}

function searchable(user: User, name: string): string {
  if (name === "sub" || name === "username") return user.sub;
  if (name === "cognito:user_status") return user.status;
  return user.attributes[name] ?? "";
}
