import { Button } from "@serverlesspresso/ui/button";
import { TextField } from "@serverlesspresso/ui/text-field";
import { type FormEvent, useState } from "react";

interface CodeFormProps {
  onCode(code: string): void;
  error: string | null;
}

export function CodeForm({ onCode, error }: CodeFormProps) {
  const [missing, setMissing] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    setMissing(code === "");
    if (code) onCode(code);
  }

  return (
    <form onSubmit={submit} noValidate className="mt-6">
      <TextField
        name="code"
        label="Code on the screen"
        error={missing ? "Type the code that you see on the shop’s screen." : error}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={20}
        enterKeyHint="go"
      />
      <Button type="submit" size="large" className="mt-4 w-full">
        Continue
      </Button>
    </form>
  );
}
