"use client";

import { useState } from "react";
import { PageSkeleton } from "../page/page-skeleton";
import { useSignedIn } from "../page/use-signed-in";
import { Account } from "./account";
import { EndedAccount } from "./ended-account";
import type { Ending } from "./ending";

/** Who is signed in, the ways out, and a last page once one of them was taken. */
export function AccountScreen() {
  const [ending, setEnding] = useState<Ending | null>(null);
  const session = useSignedIn(ending === null ? "/account" : null);
  if (session) return <Account email={session.email} ending={ending} onEnding={setEnding} />;
  return ending ? <EndedAccount ending={ending} /> : <PageSkeleton />;
}
