import { type Answer, type ApiRequest, callApi } from "./api-call";
import { signIn } from "./cognito";
import type { Stack } from "./stack";

type Staff = "barista" | "manager" | "display";

const tokens = new WeakMap<Stack, Map<Staff, Promise<string>>>();

/**
 * A request by one of the seeded staff, who signs in once a stack, and again when a moved clock ended that.
 * Requests at once share one sign-in: codes that go to one address at once cannot be told apart.
 */
export async function callAs(stack: Stack, who: Staff, request: ApiRequest): Promise<Answer> {
  const ofStack = tokens.get(stack) ?? new Map<Staff, Promise<string>>();
  tokens.set(stack, ofStack);
  const renewed = () => {
    const token = signIn(stack, `${who}@example.com`).then(({ access }) => access);
    ofStack.set(who, token);
    token.catch(() => ofStack.delete(who));
    return token;
  };
  const known = ofStack.get(who) ?? renewed();
  const answer = await callApi(stack, await known, request);
  if (answer.status !== 401) return answer;
  const latest = ofStack.get(who);
  const token = latest === undefined || latest === known ? renewed() : latest;
  return callApi(stack, await token, request);
}
