import { Skeleton } from "@serverlesspresso/ui/skeleton";

const places = ["a", "b", "c", "d", "e", "f", "g", "h", "i"] as const;

/** Shelves without cups yet. */
export function MenuSkeleton() {
  return (
    <div className="mt-4 grid grid-cols-3 gap-y-5 lg:max-w-2xl">
      <p className="sr-only">Loading the menu</p>
      {places.map((place) => (
        <div key={place} className="flex flex-col items-center">
          <div className="flex h-24 w-full items-end justify-center border-hairline border-b-2">
            <Skeleton className="h-12 w-16 rounded-b-none" />
          </div>
          <Skeleton className="mt-2 h-4 w-14" />
        </div>
      ))}
    </div>
  );
}
