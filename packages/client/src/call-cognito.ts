import type { AppConfig } from "@serverlesspresso/contracts/app-config";
import * as z from "zod/mini";
import { SignInError } from "./sign-in-error";

const answerWithinMs = 15_000;
const CognitoError = z.object({ __type: z.string(), message: z._default(z.string(), "") });

type Pool = Pick<AppConfig, "region" | "userPoolEndpoint">;

/**
 * One call of the public client, without Amplify. Throws SignInError `no_network`, or an Error under Cognito's
 * own name for it.
 */
export async function callCognito(pool: Pool, operation: string, input: object): Promise<unknown> {
  const response = await fetch(pool.userPoolEndpoint || `https://cognito-idp.${pool.region}.amazonaws.com/`, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(answerWithinMs),
  }).catch((cause) => {
    throw new SignInError("no_network", { cause });
  });
  const body: unknown = await response.json();
  if (response.ok) return body;
  const { __type, message } = CognitoError.parse(body);
  const error = new Error(message);
  error.name = __type.split("#").at(-1) ?? __type;
  throw error;
}

/** Whether Cognito ended a call so. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
