import { Skeleton } from "@serverlesspresso/ui/skeleton";

/** The list and the form in outline, until it is known who works here. */
export function StaffSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The staff is being fetched" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The staff is being fetched</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-6 w-24" />
        </div>
        <div className="flex flex-1 flex-col md:flex-row">
          <div className="min-w-0 flex-1 overflow-hidden p-4 md:p-6">
            <Skeleton className="h-9 w-32" />
            {["first", "second", "third"].map((place) => (
              <div key={place} className="flex items-center gap-4 border-hairline border-b py-4">
                <Skeleton className="size-11" />
                <div className="flex-1">
                  <Skeleton className="h-6 w-36" />
                  <Skeleton className="mt-2 h-5 w-24" />
                </div>
                <Skeleton className="h-11 w-24" />
              </div>
            ))}
          </div>
          <div className="border-hairline border-t p-4 md:w-96 md:border-t-0 md:border-l md:p-6">
            <Skeleton className="h-8 w-48" />
            <Skeleton className="mt-8 h-14 w-full" />
            <Skeleton className="mt-12 h-14 w-full" />
          </div>
        </div>
      </div>
    </main>
  );
}
