import { type Answer, type ApiRequest, callApi } from "./api-call";
import { signIn } from "./cognito";
import type { Stack } from "./stack";

const tokens = new WeakMap<Stack, Map<string, string>>();

/** A request by one of the seeded staff, who signs in once a stack, and again when a moved clock ended that. */
export async function callAs(
  stack: Stack,
  who: "barista" | "manager" | "display",
  request: ApiRequest,
): Promise<Answer> {
  const ofStack = tokens.get(stack) ?? new Map<string, string>();
  tokens.set(stack, ofStack);
  const known = ofStack.get(who);
  const answer = known === undefined ? undefined : await callApi(stack, known, request);
  if (answer !== undefined && answer.status !== 401) return answer;
  const { access } = await signIn(stack, `${who}@example.com`);
  ofStack.set(who, access);
  return callApi(stack, access, request);
}
