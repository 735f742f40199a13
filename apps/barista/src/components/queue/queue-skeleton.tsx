import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { ticketColumns } from "./ticket-columns";

/** The queue in outline, until it is known. */
export function QueueSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The queue is being fetched" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The queue is being fetched</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-7 w-24" />
        </div>
        <div className={`p-4 md:pl-6 ${ticketColumns}`}>
          {["first", "second", "third"].map((place) => (
            <div key={place} className="rounded-edge border border-hairline p-4">
              <Skeleton className="h-6 w-28" />
              <div className="mt-6 flex justify-between">
                <Skeleton className="h-14 w-20" />
                <Skeleton className="size-16" />
              </div>
              <Skeleton className="mt-4 h-6 w-32" />
              <Skeleton className="mt-2 h-5 w-24" />
              <Skeleton className="mt-6 h-11 w-full" />
            </div>
          ))}
        </div>
      </div>
    </main>
  );
}
