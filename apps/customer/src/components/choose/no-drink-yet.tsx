import { TurnedCup } from "@serverlesspresso/ui/drawings/turned-cup";

/** Beside the shelves, on screens with room for it: a cup that waits to be turned. */
export function NoDrinkYet() {
  return (
    <div className="hidden lg:block">
      <div className="flex justify-center border-ink border-b-2">
        <TurnedCup className="w-66" />
      </div>
      <p className="mt-5 text-center text-soft">Take a cup from the shelf.</p>
    </div>
  );
}
