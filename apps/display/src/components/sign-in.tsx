"use client";

import { useSession, useSessionClient } from "@serverlesspresso/client/client-context";
import { Wordmark } from "@serverlesspresso/ui/wordmark";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { CodeForm } from "./code-form";
import { EmailForm } from "./email-form";

/** Sign-in by a code from an e-mail; leads back to the first page. */
export function SignIn() {
  const session = useSession();
  const client = useSessionClient();
  const router = useRouter();
  const [email, setEmail] = useState(client.waitingForCode);
  useEffect(() => {
    if (session) router.replace(`/${window.location.search}`);
  }, [session, router]);
  const startAgain = () => {
    client.abandonSignIn();
    setEmail(null);
  };
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-6 py-8">
      <Wordmark className="text-lead" />
      <div className="my-auto py-8">
        {email === null ? (
          <EmailForm title="The shop’s screen" onSent={setEmail} />
        ) : (
          <CodeForm email={email} onStartAgain={startAgain} />
        )}
      </div>
    </main>
  );
}
