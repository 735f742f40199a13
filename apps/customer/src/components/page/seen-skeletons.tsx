import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";
import { Skeleton } from "@serverlesspresso/ui/skeleton";
import { MenuSkeleton } from "../choose/menu-skeleton";
import { NumberOnStage } from "../follow/number-on-stage";
import { Frame } from "./frame";
import { LateWord } from "./late-word";
import { seenNumber } from "./seen-order";

/** An order that this phone has seen, before anything new is known of it: `showSeen` tells which of the two. */
export function SeenSkeletons() {
  return (
    <>
      <div className="hidden in-data-[seen=choosing]:block">
        <Frame wide>
          <h1 className="font-bold text-title">What would you like?</h1>
          <div className="mt-1 flex min-h-11 items-center">
            <Skeleton className="h-4 w-56" />
          </div>
          <MenuSkeleton />
          <LateWord />
        </Frame>
      </div>
      <div className="hidden in-data-[seen=following]:block">
        <Frame wide room="number" stage={<SeenNumber />}>
          <h1 className="sr-only">Loading your order</h1>
          <Skeleton className="h-8.5 w-4/5" />
          <Skeleton className="mt-3 h-5 w-3/5" />
          <Skeleton className="mt-10 h-20 w-full" />
          <LateWord />
        </Frame>
      </div>
    </>
  );
}

function SeenNumber() {
  return (
    <NumberOnStage id="seen-number" digits={seenNumber()}>
      <TurnedCup className="max-h-full w-full opacity-25" />
    </NumberOnStage>
  );
}
