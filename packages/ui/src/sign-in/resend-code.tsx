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

  return (
    <div>
      <div className="flex flex-wrap items-center">
        {/* It stays, so that whoever has pressed it still stands somewhere. */}
        <Button
          variant="plain"
          className="-ml-4 pr-1! aria-disabled:text-soft aria-disabled:no-underline"
          onClick={waiting ? undefined : onResend}
          aria-disabled={busy || waiting}
        >
          {busy ? "Sending…" : "Send again"}
        </Button>
        {waiting && <span className="text-soft tabular-nums">in {left} s</span>}
      </div>
      <p role="status" className="text-note text-soft">
        {sent && "Another code was sent."}
      </p>
      {error && (
        <p role="alert" className="text-late text-note">
          {error}
        </p>
      )}
    </div>
  );
}
