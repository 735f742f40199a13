import { Skeleton } from "@serverlesspresso/ui/skeleton";

const places = ["a", "b", "c", "d", "e", "f"] as const;

/** The day's orders in outline, until they have been read. */
export function OrdersSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The orders are being fetched" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The orders are being fetched</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-6 w-24" />
        </div>
        <div className="mx-auto w-full max-w-7xl p-4 md:p-6">
          <div className="flex items-center justify-between">
            <Skeleton className="h-9 w-32" />
            <Skeleton className="h-11 w-40" />
          </div>
          <Skeleton className="mt-6 h-11 w-120 max-w-full" />
          <RowsOutline />
        </div>
      </div>
    </main>
  );
}

/** Rows that are still to be filled. */
export function RowsOutline() {
  return (
    <div className="mt-6">
      {places.map((place) => (
        <div key={place} className="flex min-h-18 items-center gap-5 border-hairline border-b">
          <Skeleton className="h-8 w-14" />
          <Skeleton className="size-11" />
          <div className="flex-1">
            <Skeleton className="h-6 w-40" />
            <Skeleton className="mt-2 h-4 w-24" />
          </div>
          <Skeleton className="h-5 w-12" />
        </div>
      ))}
    </div>
  );
}
