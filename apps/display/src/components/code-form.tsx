"use client";

import { useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { signInWords } from "./sign-in-words";

interface CodeFormProps {
  email: string;
  onStartAgain(): void;
}

/** The code that came; the session itself leads on when it is right. */
export function CodeForm({ email, onStartAgain }: CodeFormProps) {
  const client = useSessionClient();
  const confirm = useMutation({ mutationFn: (code: string) => client.confirmSignIn(code) });
  const resend = useMutation({ mutationFn: () => client.resendCode(), onSuccess: () => confirm.reset() });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    confirm.mutate(String(new FormData(event.currentTarget).get("code")));
  };
  const error = confirm.error ?? resend.error;
  return (
    <form onSubmit={submit}>
      <h1 className="font-bold text-title">Your code is on its way</h1>
      <p className="mt-2 mb-8 text-soft">
        It went to <strong className="font-semibold text-ink">{email}</strong>.
      </p>
      <TextField
        label="Code from the e-mail"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        autoFocus
        hint={resend.isSuccess ? "Another code has been sent." : undefined}
        error={error && signInWords(error)}
      />
      <Button type="submit" size="large" disabled={confirm.isPending} className="mt-2 w-full">
        Sign in
      </Button>
      <div className="mt-4 flex flex-wrap justify-between gap-2">
        <Button variant="plain" disabled={resend.isPending} onClick={() => resend.mutate()}>
          Send another code
        </Button>
        <Button variant="plain" onClick={onStartAgain}>
          Other address
        </Button>
      </div>
    </form>
  );
}
