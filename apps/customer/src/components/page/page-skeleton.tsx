import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { Page } from "./page";

/** What is shown before anything is known: a heading, a line, a box. */
export function PageSkeleton() {
  return (
    <Page>
      <div className="flex flex-1 flex-col gap-4 pt-8">
        <h1 className="sr-only">Loading</h1>
        <Skeleton className="h-9 w-4/5" />
        <Skeleton className="h-5 w-3/5" />
        <Skeleton className="mt-6 h-14 w-full" />
      </div>
    </Page>
  );
}
