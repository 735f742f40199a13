import { useSessionClient } from "@serverlesspresso/client/client-context";
import { Button } from "@serverlesspresso/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { signInErrorText } from "./sign-in-text";

const resendAfterSeconds = 30;

/** Another code, half a minute after the last. */
export function ResendCode() {
  const client = useSessionClient();
  const [left, setLeft] = useState(resendAfterSeconds);
  const resend = useMutation({
    mutationFn: () => client.resendCode(),
    onSuccess: () => setLeft(resendAfterSeconds),
  });
  const waiting = left > 0;

  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, [waiting]);

  if (waiting) {
    return (
      <p className="min-h-11 py-2.5 text-soft tabular-nums">
        {resend.isSuccess ? "Sent. " : ""}Send again in {left} s
      </p>
    );
  }
  return (
    <div>
      <Button
        variant="plain"
        className="-mx-4"
        onClick={() => resend.mutate()}
        aria-disabled={resend.isPending}
      >
        {resend.isPending ? "Sending…" : "Send again"}
      </Button>
      {resend.error && (
        <p role="alert" className="text-late text-note">
          {signInErrorText(resend.error)}
        </p>
      )}
    </div>
  );
}
