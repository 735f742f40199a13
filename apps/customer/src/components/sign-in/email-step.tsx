import { useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { signInErrorText } from "./sign-in-text";

export function EmailStep({ onSent }: { onSent(email: string): void }) {
  const client = useSessionClient();
  const send = useMutation({
    mutationFn: (email: string) => client.startSignIn(email),
    onSuccess: (next) => {
      if (next.step === "code") onSent(next.email);
    },
  });

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (!send.isPending) send.mutate(String(new FormData(event.currentTarget).get("email") ?? ""));
  }

  return (
    <form onSubmit={submit} noValidate>
      <h1 className="font-bold text-title">Who is it for?</h1>
      <p className="mt-2 text-soft">We send a code to your e-mail. No password, nothing to remember.</p>
      <TextField
        className="mt-8"
        name="email"
        type="email"
        label="E-mail"
        autoComplete="email"
        inputMode="email"
        enterKeyHint="send"
        error={signInErrorText(send.error)}
      />
      <Button type="submit" size="large" className="mt-2 w-full" aria-disabled={send.isPending}>
        {send.isPending ? "Sending…" : "Send code"}
      </Button>
    </form>
  );
}
