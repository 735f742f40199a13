import { Skeleton } from "@serverlesspresso/ui/skeleton";

const places = ["a", "b", "c", "d", "e", "f", "g", "h", "i"] as const;

/** Shelves without cups yet. */
export function MenuSkeleton() {
  return (
    <div className="-mx-5 mt-4 flex flex-wrap gap-y-5 lg:mx-0 lg:max-w-2xl">
      <p className="sr-only">Loading the menu</p>
      {places.map((place) => (
        <div key={place} className="flex w-1/3 flex-col items-center sm:w-1/4">
          <div className="flex h-23 w-full items-end justify-center border-hairline border-b-2">
            <Skeleton className="h-11 w-14 rounded-t-none rounded-b-2xl" />
          </div>
          <Skeleton className="mt-2 h-4 w-14" />
        </div>
      ))}
    </div>
  );
}
