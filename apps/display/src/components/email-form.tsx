"use client";

import { useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { signInWords } from "./sign-in-words";

interface EmailFormProps {
  title: string;
  onSent(email: string): void;
}

/** Where the code is to go. */
export function EmailForm({ title, onSent }: EmailFormProps) {
  const client = useSessionClient();
  const send = useMutation({
    mutationFn: (address: string) => client.startSignIn(address),
    onSuccess: (next) => next.step === "code" && onSent(next.email),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(String(new FormData(event.currentTarget).get("email")));
  };
  return (
    <form onSubmit={submit}>
      <h1 className="font-bold text-title">{title}</h1>
      <p className="mt-2 mb-8 text-soft">A code comes by e-mail. There is no password.</p>
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="email"
        required
        error={send.error && signInWords(send.error)}
      />
      <Button type="submit" size="large" disabled={send.isPending} className="mt-2 w-full">
        {send.isPending ? "Sending" : "Send code"}
      </Button>
    </form>
  );
}
