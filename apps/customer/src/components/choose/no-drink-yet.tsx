import { HouseCup } from "../page/house-cup";

/** Beside the shelves, on screens with room for it: a cup that waits for a drink. */
export function NoDrinkYet() {
  return (
    <div className="hidden lg:block">
      <div className="flex justify-center border-ink border-b-2">
        <div className="-mt-6 -mb-[21px]">
          <HouseCup fill={0} size={264} />
        </div>
      </div>
      <p className="mt-5 text-center text-soft">Take a cup from the shelf.</p>
    </div>
  );
}
