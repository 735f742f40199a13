import { buttonLook } from "@serverlesspresso/ui/button";
import { Wordmark } from "@serverlesspresso/ui/wordmark";
import type { Metadata } from "next";
import Link from "next/link";
import { SpiltCup } from "@/components/spilt-cup";

export const metadata: Metadata = { title: "Nothing here" };

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-between px-6 py-8">
      <Wordmark className="text-lead" />
      <div>
        <SpiltCup className="mb-8 w-64 max-w-full" />
        <h1 className="font-bold text-title">There is nothing on this counter.</h1>
        <p className="mt-2 text-soft">The address leads nowhere. The board is one step back.</p>
        <Link href="/" className={`mt-6 ${buttonLook({ size: "large" })}`}>
          To the board
        </Link>
      </div>
      <p className="text-note text-soft">404</p>
    </main>
  );
}
