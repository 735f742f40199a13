import { useEffect, useState } from "react";
import { Button } from "../button";

const resendAfterSeconds = 30;

interface ResendCodeProps {
  busy: boolean;
  /** Another code was sent, and nothing was tried since. */
  sent: boolean;
  error: string | null;
  onResend(): void;
}

/** Another code, half a minute after the last. */
export function ResendCode({ busy, sent, error, onResend }: ResendCodeProps) {
  const [left, setLeft] = useState(resendAfterSeconds);
  const waiting = left > 0;

  useEffect(() => {
    if (sent) setLeft(resendAfterSeconds);
  }, [sent]);

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, [waiting]);

  if (waiting) {
    return (
      <p className="min-h-11 py-2.5 text-soft tabular-nums">
        {sent ? "Sent. " : ""}Send again in {left} s
      </p>
    );
  }
  return (
    <div>
      <Button variant="plain" className="-mx-4" onClick={onResend} aria-disabled={busy}>
        {busy ? "Sending…" : "Send again"}
      </Button>
      {error && (
        <p role="alert" className="text-late text-note">
          {error}
        </p>
      )}
    </div>
  );
}
