import type { Cognito } from "./cognito";
import type { User } from "./records";
import { tooManyAttempts } from "./sent-code";
import { maskedEmail } from "./user-attributes";
import { emailOf } from "./users";

export interface CodeDeliveryDetails {
  AttributeName: "email";
  DeliveryMedium: "EMAIL";
  Destination: string;
}

/** Counts one more code for a user. @throws AwsError LimitExceededException */
export function countCode(cognito: Cognito, user: User): void {
  if (cognito.sending.isReached(user.sub)) throw tooManyAttempts();
  cognito.sending.count(user.sub);
}

/** Sends the code that confirms a sign-up. */
export function mailSignUpCode(cognito: Cognito, user: User, code: string): Promise<CodeDeliveryDetails> {
  const { settings } = cognito.pools.pool(user.poolId);
  const template = settings.VerificationMessageTemplate;
  const subject = template?.EmailSubject ?? settings.EmailVerificationSubject ?? "Your verification code";
  const text =
    template?.EmailMessage ?? settings.EmailVerificationMessage ?? "Your verification code is {####}";
  return send(cognito, user, code, subject, text);
}

/** Sends the code that signs in. */
export function mailSignInCode(cognito: Cognito, user: User, code: string): Promise<CodeDeliveryDetails> {
  const { settings } = cognito.pools.pool(user.poolId);
  const subject = settings.EmailAuthenticationSubject ?? "Your authentication code";
  const text = settings.EmailAuthenticationMessage ?? "Your authentication code is {####}";
  return send(cognito, user, code, subject, text);
}

async function send(cognito: Cognito, user: User, code: string, subject: string, text: string) {
  await cognito.mail({
    to: emailOf(user),
    code,
    at: cognito.machine.clock.now(),
    subject,
    text: text.replaceAll("{####}", code),
  });
  return deliveryDetails(emailOf(user));
}

/** What an answer says of a code on its way to `email`. */
export function deliveryDetails(email: string): CodeDeliveryDetails {
  return { AttributeName: "email", DeliveryMedium: "EMAIL", Destination: maskedEmail(email) };
}
