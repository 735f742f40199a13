import { Skeleton } from "@serverlesspresso/ui/skeleton";

const figures = ["open", "ordered", "half", "most", "ended"] as const;
const hours = ["h-24", "h-40", "h-56", "h-72", "h-48", "h-28", "h-36", "h-16"] as const;

/** The numbers in outline, until they have been counted. */
export function NumbersSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The numbers are being counted" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The numbers are being counted</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-6 w-24" />
        </div>
        <NumbersOutline />
      </div>
    </main>
  );
}

/** What stands under the header. */
export function NumbersOutline() {
  return (
    <div className="p-4 md:p-6">
      <Skeleton className="h-9 w-64" />
      <div className="mt-6 flex flex-wrap gap-8 border-hairline border-y py-6">
        {figures.map((figure) => (
          <div key={figure} className="min-w-32 flex-1">
            <Skeleton className="h-5 w-24" />
            <Skeleton className="mt-3 h-13 w-28" />
          </div>
        ))}
      </div>
      <ChartsOutline />
    </div>
  );
}

/** Glasses that are still to be filled. */
export function ChartsOutline() {
  return (
    <div className="mt-8">
      <Skeleton className="h-7 w-40" />
      <div className="mt-6 flex h-72 items-end gap-4 border-ink border-b-2">
        {hours.map((tall) => (
          <Skeleton key={tall} className={`flex-1 rounded-t-none ${tall}`} />
        ))}
      </div>
    </div>
  );
}
