import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { Frame } from "./frame";

/** Leads here again without the app, which may be what is missing. */
const thisAddress = "";

/** What is shown before anything is known: the counter, a heading, a line, a box. */
export function PageSkeleton() {
  return (
    <Frame stage={<TurnedCup className="h-3/5 opacity-25" />}>
      <div className="flex flex-col gap-4">
        <h1 className="sr-only">Loading</h1>
        <Skeleton className="h-9 w-4/5" />
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
