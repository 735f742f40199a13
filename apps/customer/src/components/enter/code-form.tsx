import { codeLength, RedeemCode } from "@serverlesspresso/contracts/qr-code";
import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { longestTyped } from "./kept-code";

interface CodeFormProps {
  /** What was typed before and may be put right. */
  typed: string;
  onCode(code: string): void;
  error: string | null;
}

export function CodeForm({ typed, onCode, error }: CodeFormProps) {
  const box = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<string | null>(null);

  useEffect(() => {
    if (error !== null) box.current?.focus();
  }, [error]);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const entered = String(new FormData(event.currentTarget).get("code") ?? "");
    const wrong = missingIn(entered);
    setMissing(wrong);
    if (wrong === null) onCode(entered);
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6">
      <TextField
        className="[&_input]:font-semibold [&_input]:uppercase [&_input]:tracking-widest"
        ref={box}
        name="code"
        label="Code on the screen"
        hint={`${codeLength} letters and digits.`}
        error={missing ?? error}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={longestTyped}
        enterKeyHint="go"
      />
      <Button type="submit" size="large" className="mt-4 w-full">
        Continue
      </Button>
    </form>
  );
}

/** What keeps this from being a code, before a try is spent on it. */
function missingIn(entered: string): string | null {
  const code = RedeemCode.safeParse({ code: entered }).data?.code ?? "";
  if (code === "") return "Type the code that you see on the shop’s screen.";
  if (code.length === codeLength) return null;
  return `A code has ${codeLength} letters and digits, this has ${code.length}. Look at the screen again.`;
}
