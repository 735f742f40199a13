import { ApiUser } from "./api-user";
import type { Stack } from "./stack";

/** So many sign up at a time: more only wait for each other. */
const atOnce = 25;

/** New customers of one shop, each with an account and an access token of their own. */
export async function crowd(stack: Stack, size: number, eventId: string): Promise<ApiUser[]> {
  const people: ApiUser[] = [];
  for (let from = 0; from < size; from += atOnce) {
    const names = Array.from(
      { length: Math.min(atOnce, size - from) },
      (_, index) => `${eventId}.${from + index}@example.com`,
    );
    people.push(...(await Promise.all(names.map((email) => ApiUser.signIn(stack, email, eventId)))));
  }
  return people;
}
