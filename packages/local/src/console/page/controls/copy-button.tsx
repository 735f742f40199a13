import { useState } from "preact/hooks";

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** What it is called where its label alone does not say what is copied. */
  readonly name?: string;
}

/** Copies a text; says so in place of its label until it is left. */
export function CopyButton({ text, label, name = label }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class="quiet"
      aria-label={isCopied ? undefined : name}
      onBlur={() => setCopied(false)}
      onPointerLeave={() => setCopied(false)}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      {isCopied ? "Copied" : label}
    </button>
  );
}
