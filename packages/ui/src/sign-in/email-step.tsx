import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "../button";
import { TextField } from "../text-field";
import { signInText } from "./sign-in-text";

interface EmailStepProps {
  title: string;
  /** What was typed before, to be put right; empty at first. */
  typed: string;
  /** A code is being sent. */
  busy: boolean;
  error: string | null;
  onSend(email: string): void;
}

/** Where the code is to go; new and known addresses take the same box. */
export function EmailStep({ title, typed, busy, error, onSend }: EmailStepProps) {
  const [invalid, setInvalid] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (typed !== "") box.current?.select();
  }, [typed]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (busy) return;
    const valid = event.currentTarget.checkValidity();
    setInvalid(!valid);
    if (valid) onSend(String(new FormData(event.currentTarget).get("email")));
  }

  return (
    <form onSubmit={submit} noValidate>
      <h1 className="font-bold text-title">{title}</h1>
      <p className="mt-2 text-soft">We send a code to your e-mail. No password, nothing to remember.</p>
      <TextField
        className="mt-8"
        name="email"
        type="email"
        label="E-mail"
        autoComplete="email"
        inputMode="email"
        enterKeyHint="send"
        required
        ref={box}
        defaultValue={typed}
        error={invalid ? signInText.invalid_email : error}
      />
      <Button type="submit" size="large" className="mt-4 w-full" aria-disabled={busy}>
        {busy ? "Sending…" : "Send code"}
      </Button>
    </form>
  );
}
