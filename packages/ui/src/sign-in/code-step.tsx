import { type ClipboardEvent, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../button";
import { TextField } from "../text-field";
import { codeInText } from "./code-in-text";

interface CodeStepProps {
  /** Where the code went. */
  email: string;
  /** The code is being looked at, or was right: the page is about to change. */
  busy: boolean;
  error: string | null;
  /** How to have another code sent. */
  resend: ReactNode;
  onConfirm(code: string): void;
  onOtherAddress(): void;
}

/** The code that came: typed, pasted with whatever stands around it, or filled in by the phone. */
export function CodeStep({ email, busy, error, resend, onConfirm, onOtherAddress }: CodeStepProps) {
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (busy) return;
    const entered = event.currentTarget.checkValidity();
    setMissing(!entered);
    if (entered) onConfirm(String(new FormData(event.currentTarget).get("code")));
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
        required
        ref={box}
        onPaste={pasteCode}
        error={missing ? "Type the code from the e-mail." : error}
      />
      <Button type="submit" size="large" className="mt-4 w-full" aria-disabled={busy}>
        {busy ? "Signing in…" : "Sign in"}
      </Button>
      <div className="mt-4 flex flex-wrap justify-between gap-x-4">
        {resend}
        <Button variant="plain" className="-mx-4" onClick={onOtherAddress}>
          Another address
        </Button>
      </div>
    </form>
  );
}

/** A browser cuts what is pasted at the box's length, and so might cut the code off. */
function pasteCode(event: ClipboardEvent<HTMLInputElement>): void {
  const code = codeInText(event.clipboardData.getData("text"));
  if (code === null) return;
  event.preventDefault();
  event.currentTarget.value = code;
}
