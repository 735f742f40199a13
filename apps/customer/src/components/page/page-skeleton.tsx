"use client";

import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { usePathname } from "next/navigation";
import { Frame } from "./frame";
import { PageTitle } from "./page-title";

/** Leads here again without the app, which may be what is missing. */
const thisAddress = "";

/** What is shown before anything is known: the counter, a heading, a line, a box; to who comes in, a welcome. */
export function PageSkeleton() {
  const isWayIn = usePathname() === "/";
  return (
    <Frame stage={<TurnedCup className="h-3/5 opacity-25" />}>
      <PageTitle />
      <div className="flex flex-col gap-4">
        <h1 className="sr-only">Loading</h1>
        {isWayIn ? <Welcome /> : <Skeleton className="h-9 w-4/5" />}
        <Skeleton className="h-5 w-3/5" />
        <Skeleton className="mt-6 h-14 w-full" />
        <p className="late-word mt-2 text-soft">
          This takes longer than it should.{" "}
          <a href={thisAddress} className="font-semibold text-ink underline underline-offset-4">
            Load the page again
          </a>
        </p>
      </div>
    </Frame>
  );
}

/** There before any script is: on a slow network nobody looks at grey boxes for seconds. */
function Welcome() {
  return <p className="font-bold text-title">Coffee from the bar, ordered on your phone.</p>;
}
