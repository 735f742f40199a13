import { Skeleton } from "@serverlesspresso/ui/skeleton";

const rows = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** Drinks and their switches in outline, until the menu is known. */
export function MenuSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The menu is being fetched" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The menu is being fetched</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-6 w-24" />
        </div>
        <div className="grid grid-cols-1 gap-x-8 p-4 sm:grid-cols-2 md:p-6">
          {rows.map((row) => (
            <div key={row} className="flex items-center gap-4 border-hairline border-b py-3">
              <Skeleton className="size-16" />
              <Skeleton className="h-6 w-36" />
              <Skeleton className="ml-auto h-9 w-16" />
            </div>
          ))}
        </div>
      </div>
    </main>
  );
}
