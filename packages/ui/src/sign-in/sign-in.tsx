"use client";

import { useState } from "react";
import { CodeStep } from "./code-step";
import { EmailStep } from "./email-step";
import { ResendCode } from "./resend-code";
import { type SignInReason, signInText } from "./sign-in-text";
import { useAttempt } from "./use-attempt";

type NextStep = { step: "code"; email: string } | { step: "done" };

/** What the boxes ask of the one who keeps the session; a promise that is rejected is a sign-in that failed. */
interface SignInSession {
  /** The address that a code was sent to, also after a reload. */
  waitingForCode(): string | null;
  startSignIn(email: string): Promise<NextStep>;
  confirmSignIn(code: string): Promise<NextStep>;
  resendCode(): Promise<NextStep>;
  abandonSignIn(): void;
}

interface SignInProps {
  /** Above the box for the e-mail: what one signs in to. */
  title: string;
  session: SignInSession;
  reasonOf(error: unknown): SignInReason;
}

/** Signs in with a code by e-mail, in two boxes; whoever is signed in is led on by the app. */
export function SignIn({ title, session, reasonOf }: SignInProps) {
  const [email, setEmail] = useState(() => session.waitingForCode());
  const [typed, setTyped] = useState("");
  const send = useAttempt(async (address: string) => {
    const next = await session.startSignIn(address);
    if (next.step === "code") setEmail(next.email);
  });

  function startAgain(): void {
    session.abandonSignIn();
    setTyped(email ?? "");
    setEmail(null);
  }

  if (email !== null) {
    return <CodeBox email={email} session={session} reasonOf={reasonOf} onOtherAddress={startAgain} />;
  }
  return (
    <EmailStep
      title={title}
      typed={typed}
      busy={send.busy}
      error={textOf(send.error, reasonOf)}
      onSend={send.run}
    />
  );
}

interface CodeBoxProps extends Pick<SignInProps, "session" | "reasonOf"> {
  email: string;
  onOtherAddress(): void;
}

function CodeBox({ email, session, reasonOf, onOtherAddress }: CodeBoxProps) {
  const confirm = useAttempt((code: string) => session.confirmSignIn(code));
  const resend = useAttempt(async () => {
    await session.resendCode();
    confirm.forget();
  });
  return (
    <CodeStep
      email={email}
      busy={confirm.busy || confirm.done}
      error={textOf(confirm.error, reasonOf)}
      onConfirm={confirm.run}
      onOtherAddress={onOtherAddress}
      resend={
        <ResendCode
          busy={resend.busy}
          sent={resend.done}
          error={textOf(resend.error, reasonOf)}
          onResend={resend.run}
        />
      }
    />
  );
}

function textOf(error: unknown, reasonOf: SignInProps["reasonOf"]): string | null {
  return error === null ? null : signInText[reasonOf(error)];
}
