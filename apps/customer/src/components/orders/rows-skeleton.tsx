import { Skeleton } from "@serverlesspresso/ui/skeleton";

const rows = ["a", "b", "c"] as const;

/** Rows in the shape of orders that are still being fetched. */
export function RowsSkeleton() {
  return (
    <div className="divide-y divide-hairline border-hairline border-y">
      <p className="sr-only">Loading your orders</p>
      {rows.map((row) => (
        <div key={row} className="flex min-h-18 items-center gap-4 py-3">
          <Skeleton className="size-12 shrink-0 rounded-t-none" />
          <span className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </span>
        </div>
      ))}
    </div>
  );
}
