import { ApiUser } from "./api-user";
import type { Stack } from "./stack";

/** So many sign up at a time: more only wait for each other. */
const atOnce = 25;

/** New customers of one shop, each with an account and an access token of their own; `name` begins their addresses. */
export async function crowd(stack: Stack, size: number, eventId: string, name = eventId): Promise<ApiUser[]> {
  const people: ApiUser[] = [];
  for (let from = 0; from < size; from += atOnce) {
    const names = Array.from(
      { length: Math.min(atOnce, size - from) },
      (_, index) => `${name}.${from + index}@example.com`,
    );
    people.push(...(await Promise.all(names.map((email) => ApiUser.signIn(stack, email, eventId)))));
  }
  return people;
}
