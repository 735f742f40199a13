import { expect } from "@playwright/test";
import { Order, type Ticket } from "@serverlesspresso/contracts/order";
import { RedeemedCode } from "@serverlesspresso/contracts/qr-code";
import { z } from "zod";
import type { Stack } from "./stack";

const Tokens = z.object({ AuthenticationResult: z.object({ AccessToken: z.string() }) });
const Challenge = z.object({ Session: z.string() });

export interface Answer {
  status: number;
  body: unknown;
}

/** Somebody who calls the HTTP API without a screen, signed in as the apps sign in. */
export class ApiUser {
  #keys = 0;

  private constructor(
    private readonly stack: Stack,
    private readonly token: string,
  ) {}

  /** A known address signs in, an unknown one signs up. */
  static async signIn(stack: Stack, email: string, staff = false): Promise<ApiUser> {
    const { userPoolClientId: ClientId } = await stack.config();
    const known = await stack.codesSentTo(email);
    if (staff) {
      const started = Challenge.parse(
        await cognito(stack, "InitiateAuth", {
          ClientId,
          AuthFlow: "USER_AUTH",
          AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: "EMAIL_OTP" },
        }),
      );
      const code = await stack.codeFor(email, known);
      const answer = await cognito(stack, "RespondToAuthChallenge", {
        ClientId,
        ChallengeName: "EMAIL_OTP",
        Session: started.Session,
        ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: code },
      });
      return new ApiUser(stack, Tokens.parse(answer).AuthenticationResult.AccessToken);
    }
    await cognito(stack, "SignUp", {
      ClientId,
      Username: email,
      UserAttributes: [{ Name: "email", Value: email }],
    });
    const ConfirmationCode = await stack.codeFor(email, known);
    const confirmed = Challenge.parse(
      await cognito(stack, "ConfirmSignUp", { ClientId, Username: email, ConfirmationCode }),
    );
    const answer = await cognito(stack, "InitiateAuth", {
      ClientId,
      AuthFlow: "USER_AUTH",
      AuthParameters: { USERNAME: email },
      Session: confirmed.Session,
    });
    return new ApiUser(stack, Tokens.parse(answer).AuthenticationResult.AccessToken);
  }

  async call(method: string, path: string, body?: unknown, key = this.newKey()): Promise<Answer> {
    const answer = await fetch(`${this.stack.apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }

  newKey(): string {
    this.#keys += 1;
    return `${this.token.slice(-12)}-${this.#keys}`;
  }

  /** Redeems the shop's code and waits until the order may be submitted. */
  async enter(): Promise<string> {
    const { body } = await this.call("POST", "/qr-code", { code: "ESPRESSO" });
    const { orderId } = RedeemedCode.parse(body);
    await expect.poll(async () => (await this.order(orderId)).state).toBe("CREATED");
    return orderId;
  }

  async order(orderId: string): Promise<Order | Ticket> {
    const { body } = await this.call("GET", `/orders/${orderId}`);
    return Order.loose().parse(body) as Order; // a ticket has one member more than an order
  }
}

async function cognito(stack: Stack, operation: string, input: object): Promise<unknown> {
  const answer = await fetch(stack.awsUrl, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${operation} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}
