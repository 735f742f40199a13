import { useEffect, useState } from "react";
import { Button } from "../button";

const resendAfterMs = 30_000;

interface ResendCodeProps {
  busy: boolean;
  /** Another code was sent, and nothing was tried since. */
  sent: boolean;
  error: string | null;
  onResend(): void;
}

/** Another code, half a minute after the last. */
export function ResendCode({ busy, sent, error, onResend }: ResendCodeProps) {
  // By the clock: a phone that shows the e-mail meanwhile stops the timers of this page.
  const [now, setNow] = useState(() => Date.now());
  const [until, setUntil] = useState(now + resendAfterMs);
  const left = Math.ceil((until - now) / 1000);
  const waiting = left > 0;

  useEffect(() => {
    if (!sent || busy) return;
    setNow(Date.now());
    setUntil(Date.now() + resendAfterMs);
  }, [sent, busy]);

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
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
