import { Skeleton } from "@serverlesspresso/ui/skeleton";

const places = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"] as const;

/** Shelves without cups yet. */
export function WalkUpSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The menu is being fetched" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The menu is being fetched</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-6 w-24" />
        </div>
        <div className="mx-auto w-full max-w-7xl p-4 md:p-6">
          <Skeleton className="h-9 w-72 max-w-full" />
          <div className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-y-5 lg:mr-108">
            {places.map((place) => (
              <div key={place} className="flex flex-col items-center">
                <div className="flex h-27 w-full items-end justify-center border-hairline border-b-2">
                  <Skeleton className="h-12 w-14 rounded-t-none rounded-b-2xl" />
                </div>
                <Skeleton className="mt-2 h-5 w-20" />
              </div>
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}
