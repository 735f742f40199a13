import { Skeleton } from "@serverlesspresso/ui/skeleton";

/** The board in outline, until it is known. */
export function BoardSkeleton() {
  return (
    <main>
      <div role="status" aria-label="The board is being fetched" className="board-frame" data-code="last">
        <h1 className="sr-only">The board is being fetched</h1>
        <div className="board-head flex items-center">
          <Skeleton className="h-10 w-80" />
        </div>
        {["board-preparing", "board-ready"].map((area) => (
          <div key={area} className={`${area} flex flex-col gap-8`}>
            <Skeleton className="h-12 w-64" />
            <Skeleton className="h-32 w-56" />
            <Skeleton className="h-32 w-56" />
          </div>
        ))}
        <div className="board-code flex items-start">
          <Skeleton className="aspect-square w-full max-w-96" />
        </div>
      </div>
    </main>
  );
}
