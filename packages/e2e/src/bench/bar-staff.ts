import { ApiUser } from "../api-user";
import type { Stack } from "../stack";

/** One member of staff alone would meet the limit of requests that holds for each person. */
const staff = ["barista@example.com", "ben@example.com", "rita@example.com", "manager@example.com"];

/** Everybody who makes drinks, signed in. */
export function barStaff(stack: Stack): Promise<ApiUser[]> {
  return Promise.all(staff.map((email) => ApiUser.signIn(stack, email)));
}

/** New customers, signed in. */
export function customers(stack: Stack, count: number): Promise<ApiUser[]> {
  const names = Array.from({ length: count }, (_, index) => `bench.${index}@example.com`);
  return Promise.all(names.map((email) => ApiUser.signIn(stack, email)));
}
