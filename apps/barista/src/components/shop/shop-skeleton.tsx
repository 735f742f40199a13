import { Skeleton } from "@serverlesspresso/ui/skeleton";

const boxes = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** Sign and limits in outline, until it is known what the shop is. */
export function ShopSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The shop is being fetched" className="flex min-h-dvh flex-col">
        <h1 className="sr-only">The shop is being fetched</h1>
        <div className="flex h-16 items-center gap-6 border-hairline border-b px-4 md:px-6">
          <Skeleton className="h-7 w-48" />
          <Skeleton className="h-6 w-24" />
        </div>
        <div className="flex flex-1 flex-col md:flex-row">
          <div className="p-4 md:w-96 md:p-6">
            <Skeleton className="mx-auto h-52 w-60" />
            <Skeleton className="mt-6 h-9 w-40" />
            <Skeleton className="mt-8 h-14 w-full" />
            <Skeleton className="mt-3 h-14 w-full" />
          </div>
          <div className="grid flex-1 grid-cols-1 content-start gap-6 border-hairline border-l p-4 sm:grid-cols-2 md:p-6">
            {boxes.map((box) => (
              <Skeleton key={box} className="h-20 w-full" />
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}
