import { useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef } from "react";
import { ResendCode } from "./resend-code";
import { signInErrorText } from "./sign-in-text";

interface CodeStepProps {
  email: string;
  onOtherAddress(): void;
}

export function CodeStep({ email, onOtherAddress }: CodeStepProps) {
  const client = useSessionClient();
  const confirm = useMutation({ mutationFn: (code: string) => client.confirmSignIn(code) });
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  const busy = confirm.isPending || confirm.isSuccess;

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!busy) confirm.mutate(String(new FormData(event.currentTarget).get("code") ?? ""));
  }

  return (
    <form onSubmit={submit} noValidate>
      <h1 className="font-bold text-title">Look in your e-mail</h1>
      <p className="mt-2 text-soft">
        A code is on its way to <strong className="break-all font-semibold text-ink">{email}</strong>.
      </p>
      <TextField
        className="mt-8"
        name="code"
        label="Code from the e-mail"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        enterKeyHint="done"
        ref={box}
        error={signInErrorText(confirm.error)}
      />
      <Button type="submit" size="large" className="mt-2 w-full" aria-disabled={busy}>
        {busy ? "Signing in…" : "Sign in"}
      </Button>
      <div className="mt-4 flex flex-wrap justify-between gap-x-4">
        <ResendCode />
        <Button variant="plain" className="-mx-4" onClick={onOtherAddress}>
          Another address
        </Button>
      </div>
    </form>
  );
}
