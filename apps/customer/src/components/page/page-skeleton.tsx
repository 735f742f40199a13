"use client";

import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { usePathname } from "next/navigation";
import { Frame } from "./frame";
import { LateWord } from "./late-word";
import { PageTitle } from "./page-title";
import { SeenSkeletons } from "./seen-skeletons";

/**
 * What is shown before anything is known: the counter, a heading, a line, a box; to who comes in, a welcome; of
 * an order that this phone has seen, what it knows.
 */
export function PageSkeleton() {
  const path = usePathname();
  if (path !== "/order") return <UnknownPage isWayIn={path === "/"} />;
  return (
    <>
      <div className="in-data-seen:hidden">
        <UnknownPage isWayIn={false} />
      </div>
      <SeenSkeletons />
    </>
  );
}

function UnknownPage({ isWayIn }: { isWayIn: boolean }) {
  return (
    <Frame stage={<TurnedCup className="h-3/5 opacity-25" />}>
      <PageTitle />
      <div className="flex flex-col gap-4">
        <h1 className="sr-only">Loading</h1>
        {isWayIn ? <Welcome /> : <Skeleton className="h-9 w-4/5" />}
        <Skeleton className="h-5 w-3/5" />
        <Skeleton className="mt-6 h-14 w-full" />
        <LateWord />
      </div>
    </Frame>
  );
}

/** There before any script is: on a slow network nobody looks at grey boxes for seconds. */
function Welcome() {
  return <p className="font-bold text-title">Coffee from the bar, ordered on your phone.</p>;
}
